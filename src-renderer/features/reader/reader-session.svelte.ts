import type {
  AnchoredPosition,
  KnowledgeOverview,
} from "#bridge/contract/knowledge";
import type { ItemDocument } from "#bridge/contract/library";
import type { Failure } from "#domain/failure";
import type { Block } from "#domain/text/blocks";
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
  /** Offset of the first visible block. */
  at = $state(0);
  progress = $state(0);
  #knowledge = $state.raw<KnowledgeOverview | undefined>();
  #timer: number | undefined;
  #place: Place | undefined;

  readonly headings = $derived<readonly Block[]>(
    this.document?.blocks.filter((block) => block.kind === "heading") ?? [],
  );
  /** The heading one reads under. */
  readonly currentHeading = $derived(
    this.headings.findLast((block) => block.start <= this.at)?.start,
  );
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
          ? this.#knowledge?.positions.find((each) => each.id === id)
          : undefined;
      return position ? [{ start, end, position }] : [];
    }),
  );

  constructor(id: string) {
    this.id = id;
  }

  /** Loads the item and follows changes of its notes; returns how to stop. */
  start(): () => void {
    void this.#load();
    const stop = onChanges(["notes"], () => void this.#load());
    return () => {
      stop();
      this.flush();
    };
  }

  passages(showsEvidence: boolean): Passage[] {
    const { evidence = [], notes = [] } = this.document ?? {};
    return [
      ...(showsEvidence
        ? evidence.filter(({ kind }) => kind === "position" || kind === "event")
        : []
      ).map(({ start, end }) => ({ kind: "evidence" as const, start, end })),
      ...notes.map(({ start, end }) => ({ kind: "note" as const, start, end })),
    ];
  }

  actorName(id: string): string {
    return this.#knowledge?.actors.find((actor) => actor.id === id)?.name ?? id;
  }

  issueTitle(id: string): string {
    return (
      this.#knowledge?.issues.find((issue) => issue.id === id)?.title ?? id
    );
  }

  /** The view moved; the place is kept when it has come to rest. */
  moveTo(place: Place): void {
    this.at = place.offset;
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
    if (place)
      void request("library/save-reading-position", {
        item: this.id,
        ...place,
      });
  }

  async #load(): Promise<void> {
    const [item, knowledge, library] = await Promise.all([
      request("library/get-item", { id: this.id }),
      request("knowledge/get", {}),
      request("library/list", {}),
    ]);
    if (knowledge.ok) this.#knowledge = knowledge.value;
    if (library.ok) {
      const at = library.value.items.findIndex((each) => each.id === this.id);
      const after = library.value.items[at + 1];
      this.next = after ? { id: after.id, title: after.title } : undefined;
    }
    if (!item.ok) {
      this.failure = item.failure;
      return;
    }
    this.progress = Math.max(this.progress, item.value.position?.progress ?? 0);
    this.document = item.value;
  }
}
