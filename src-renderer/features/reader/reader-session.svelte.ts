import type {
  AnchoredPosition,
  KnowledgeOverview,
} from "#bridge/contract/knowledge";
import type { ItemDocument } from "#bridge/contract/library";
import type { Failure } from "#domain/failure";
import type { Block, ContentsEntry } from "#domain/text/blocks";
import { onChanges, request } from "../../app/bridge";
import type { Passage } from "./text-pieces";

const SAVED_AFTER_MS = 300;

/** Where the view stands: the first visible block, how much of it is above the edge, and how far one has seen. */
export interface Place {
  readonly offset: number;
  readonly within: number;
  readonly seenUntil: number;
}

/** One item being read. */
export class ReaderSession {
  readonly id: string;
  document = $state.raw<ItemDocument | undefined>();
  next = $state.raw<
    { readonly id: string; readonly title: string } | undefined
  >();
  failure = $state.raw<Failure | undefined>();
  /** What cannot be shown is still named. */
  failedTitle = $state("");
  /** A password was given for a locked item and did not fit. */
  isWrongPassword = $state(false);
  /** Offset of the first visible block. */
  at = $state(0);
  /** Offset up to which the text is in view. */
  until = $state(0);
  progress = $state(0);
  knowledge = $state.raw<KnowledgeOverview | undefined>();
  #timer: number | undefined;
  #place: Place | undefined;
  readonly #keepsPlace: boolean;

  /** The source's own contents; without them, the headings of the text. */
  readonly contents = $derived.by<readonly ContentsEntry[]>(() => {
    const { document: item } = this;
    if (!item) return [];
    if (item.contents && item.contents.length > 0) return item.contents;
    return item.blocks
      .filter(({ kind }) => kind === "heading")
      .map(({ start, end, level = 1 }) => ({
        title: item.text.slice(start, end),
        level,
        start,
      }));
  });
  /** Index of the entry of the contents one reads under. */
  readonly currentEntry = $derived.by(() => {
    const at = this.contents.findLastIndex(({ start }) => start <= this.at);
    return at < 0 ? undefined : at;
  });
  /** What is left of the section one reads, as a share of the text; `undefined` where there are no sections. */
  readonly sectionLeft = $derived.by(() => {
    const { currentEntry: at, contents, document: item } = this;
    const entry = at === undefined ? undefined : contents[at];
    if (!entry || at === undefined || !item) return undefined;
    const next = contents
      .slice(at + 1)
      .find(({ level }) => level <= entry.level);
    const end = next?.start ?? item.text.length;
    return Math.max(0, end - this.until) / Math.max(1, item.text.length);
  });
  /** The blocks of each footnote, by its label: its paragraphs, and what it quotes or lists. */
  readonly #footnotes = $derived(
    Map.groupBy(
      this.document?.blocks.filter(({ label }) => label !== undefined) ?? [],
      ({ label = "" }) => label,
    ),
  );
  /** Where each footnote is first referred to, and by which sign, by its label. */
  readonly references = $derived(referencesIn(this.document));
  /** Positions whose evidence stands in this item, in the order of the text. */
  readonly positions = $derived<
    readonly {
      readonly start: number;
      readonly end: number;
      readonly position: AnchoredPosition;
    }[]
  >(
    (this.document?.evidence ?? []).flatMap(({ kind, id, start, end }) => {
      const position =
        kind === "position"
          ? this.knowledge?.positions.find((each) => each.id === id)
          : undefined;
      return position ? [{ start, end, position }] : [];
    }),
  );

  /** `keepsPlace`: whether where one stands is kept for the next time. */
  constructor(id: string, keepsPlace = true) {
    this.id = id;
    this.#keepsPlace = keepsPlace;
  }

  /** Loads the item and follows changes of its notes and of what is known; returns how to stop. */
  start(): () => void {
    void this.#load();
    const stop = onChanges(["notes", "knowledge"], ({ subject }) => {
      void (subject === "notes" ? this.#loadItem() : this.#load());
    });
    return () => {
      stop();
      this.flush();
    };
  }

  passages(showsEvidence: boolean): Passage[] {
    const { evidence = [], notes = [], cards = [] } = this.document ?? {};
    return [
      ...(showsEvidence ? cards : []).map(({ start, end }) => ({
        kind: "evidence" as const,
        start,
        end,
      })),
      ...(showsEvidence
        ? evidence.filter(({ kind }) => kind === "position" || kind === "event")
        : []
      ).map(({ start, end }) => ({ kind: "evidence" as const, start, end })),
      ...notes.map(({ start, end }) => ({ kind: "note" as const, start, end })),
    ];
  }

  footnote(label: string): readonly Block[] {
    return this.#footnotes.get(label) ?? [];
  }

  actorName(id: string): string {
    return this.knowledge?.actors.find((actor) => actor.id === id)?.name ?? id;
  }

  issueTitle(id: string): string {
    return this.knowledge?.issues.find((issue) => issue.id === id)?.title ?? id;
  }

  /** The view moved; the place is kept when it has come to rest. */
  moveTo(place: Place): void {
    this.at = place.offset;
    this.until = Math.round(
      place.seenUntil * (this.document?.text.length ?? 0),
    );
    this.progress = Math.max(this.progress, place.seenUntil);
    this.#place = place;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.flush(), SAVED_AFTER_MS);
  }

  /** Keeps the place now. */
  flush(): void {
    window.clearTimeout(this.#timer);
    const place = this.#place;
    this.#place = undefined;
    if (place && this.#keepsPlace)
      void request("library/save-reading-position", {
        item: this.id,
        ...place,
      });
  }

  /** Has a locked item read with its password. */
  async unlock(password: string): Promise<void> {
    const reply = await request("library/unlock-item", {
      id: this.id,
      password,
    });
    this.isWrongPassword = !reply.ok;
    this.failure = reply.ok ? undefined : reply.failure;
    if (reply.ok) await this.#load();
  }

  async #load(): Promise<void> {
    const [, knowledge] = await Promise.all([
      this.#loadItem(),
      request("knowledge/get", {}),
    ]);
    if (knowledge.ok) this.knowledge = knowledge.value;
  }

  async #loadItem(): Promise<void> {
    const item = await request("library/get-item", { id: this.id });
    if (!item.ok) {
      const details = await request("library/details", { id: this.id });
      this.failedTitle = details.ok ? details.value.title : "Not shown";
      this.failure = item.failure;
      return;
    }
    this.progress = Math.max(this.progress, item.value.position?.progress ?? 0);
    this.document = item.value;
    if (!this.next) await this.#findNext(item.value);
  }

  /** A bundled collection has an order to be read in: what comes after this item in it. */
  async #findNext({ id, collection }: ItemDocument): Promise<void> {
    if (collection === "") return;
    const list = {
      filter: { collection },
      sort: { by: "order" as const, isDescending: false },
    };
    const ids = await request("library/query-ids", list);
    const at = ids.ok ? ids.value.indexOf(id) : -1;
    if (at < 0) return;
    const after = await request("library/query", {
      ...list,
      from: at + 1,
      count: 1,
    });
    const row = after.ok ? after.value.rows[0] : undefined;
    this.next = row ? { id: row.id, title: row.title } : undefined;
  }
}

/** A reference to a footnote as it stands in the text. */
export interface FootnoteReference {
  readonly start: number;
  /** As printed: `1`, `*`. Labels tell equal signs of a book apart, so they may say more. */
  readonly sign: string;
}

function referencesIn(
  item: ItemDocument | undefined,
): ReadonlyMap<string, FootnoteReference> {
  const found = new Map<string, FootnoteReference>();
  for (const block of item?.blocks ?? []) {
    const cells = block.rows?.flat() ?? [];
    for (const mark of [...block.marks, ...cells.flatMap(({ marks }) => marks)])
      if (
        mark.kind === "footnote-reference" &&
        mark.target !== undefined &&
        !found.has(mark.target)
      )
        found.set(mark.target, {
          start: mark.start,
          sign: item?.text.slice(mark.start, mark.end) ?? "",
        });
  }
  return found;
}
