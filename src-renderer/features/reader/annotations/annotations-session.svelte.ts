import type { AnnotationView } from "#bridge/contract/annotations";
import type {
  AnnotationChanges,
  HighlightColour,
} from "#domain/annotation/annotation";
import { mergeAnnotations, splitRange } from "#domain/annotation/annotation";
import type { TextRange } from "#domain/text/blocks";
import { createIntervalIndex } from "#domain/text/interval-index";
import { ask } from "../../../app/ask";
import { onChanges, request } from "../../../app/bridge";
import { counted } from "../../../app/number-words";
import type { UndoStack } from "../undo-stack.svelte";

/** An annotation that has a place in the text. */
export type PlacedAnnotation = AnnotationView & { readonly anchor: TextRange };
type Content = Pick<
  AnnotationView,
  "motivation" | "colour" | "comment" | "tags"
>;

/** The annotations of the item being read, and what is done to them, each with its way back. */
export class AnnotationsSession {
  readonly item: string;
  readonly #undo: UndoStack;
  /** In the order of the text; orphans last. */
  all = $state.raw<readonly AnnotationView[]>([]);
  isLoaded = $state(false);
  /** The colour used last. */
  colour = $state<HighlightColour>("yellow");
  /** The one walked to or opened. */
  currentId = $state<string | undefined>();
  /** The one made last: what is done next is most often done to it. */
  #lastId: string | undefined;
  /** Changes of ours that main has not told of yet: no reason to ask again. */
  #ownChanges = 0;

  readonly placed = $derived(this.all.filter(isPlaced));
  readonly orphans = $derived(this.all.filter((each) => !isPlaced(each)));
  readonly tags = $derived(
    [...new Set(this.all.flatMap(({ tags }) => tags))].sort((a, b) =>
      a.localeCompare(b),
    ),
  );
  readonly #index = $derived(
    createIntervalIndex(this.placed, ({ anchor }) => anchor),
  );
  readonly current = $derived(this.all.find(({ id }) => id === this.currentId));

  constructor(item: string, undo: UndoStack) {
    this.item = item;
    this.#undo = undo;
  }

  /** Loads and follows changes made elsewhere; returns how to stop. */
  start(): () => void {
    void this.#load();
    return onChanges(["annotations"], ({ ids }) => {
      if (!this.#concerns(ids)) return;
      if (this.#ownChanges > 0) this.#ownChanges -= 1;
      else void this.#load();
    });
  }

  /** The one walked to, else the one made last. */
  get meant(): AnnotationView | undefined {
    return this.current ?? this.all.find(({ id }) => id === this.#lastId);
  }

  /** Those that touch a stretch of the text, by their start. */
  touching(start: number, end: number): PlacedAnnotation[] {
    return this.#index.touching(start, end);
  }

  /** Those over a place of the text, the shortest first. */
  over(place: number): PlacedAnnotation[] {
    return this.touching(place, place + 1).sort(
      (a, b) => lengthOf(a.anchor) - lengthOf(b.anchor),
    );
  }

  find(id: string): AnnotationView | undefined {
    return this.all.find((each) => each.id === id);
  }

  /** Highlights a passage; one that is highlighted exactly so already takes the colour. */
  async highlight(
    range: TextRange,
    colour: HighlightColour = this.colour,
  ): Promise<AnnotationView | undefined> {
    this.colour = colour;
    const same = this.touching(range.start, range.end).find(
      ({ anchor, motivation }) =>
        motivation !== "bookmarking" &&
        anchor.start === range.start &&
        anchor.end === range.end,
    );
    if (same) return this.change(same.id, { colour }, "Colour changed.");
    return this.#createAs(range, {
      motivation: "highlighting",
      colour,
      comment: "",
      tags: [],
    });
  }

  async bookmark(range: TextRange): Promise<void> {
    await this.#createAs(range, {
      motivation: "bookmarking",
      colour: this.colour,
      comment: "",
      tags: [],
    });
  }

  /** Changes one, if there is anything to change. */
  async change(
    id: string,
    changes: AnnotationChanges,
    words = "Annotation changed.",
  ): Promise<AnnotationView | undefined> {
    const before = this.find(id);
    if (!before || isSame(before, changes)) return before;
    const inverse = await this.#change(id, changes);
    if (!inverse) return undefined;
    this.#undo.did(
      words,
      async () => (await this.#change(id, inverse)) !== undefined,
    );
    return this.find(id);
  }

  async remove(ids: readonly string[]): Promise<void> {
    const trashed = await this.#remove(ids);
    if (!trashed) return;
    this.#undo.did(
      `${counted(trashed.length, "annotation", "annotations")} in the trash.`,
      () => this.#restore(trashed),
    );
  }

  /** Puts an orphan, or any other, on a passage. */
  async attach(id: string, range: TextRange): Promise<void> {
    const inverse = await this.#attach(id, range);
    if (inverse)
      this.#undo.did(
        "Annotation attached.",
        async () => (await this.#change(id, inverse)) !== undefined,
      );
  }

  /** Makes one of several; the first one's colour, all comments and tags. */
  async merge(ids: readonly string[]): Promise<AnnotationView | undefined> {
    const chosen = this.placed.filter(({ id }) => ids.includes(id));
    if (chosen.length < 2) return undefined;
    const { range, content } = mergeAnnotations(
      chosen.map((annotation) => ({ annotation, range: annotation.anchor })),
    );
    const made = await this.#create(range, {
      ...content,
      motivation: content.comment === "" ? "highlighting" : "commenting",
    });
    if (!made) return undefined;
    const trashed = await this.#remove(chosen.map(({ id }) => id));
    this.#undo.did(
      `${counted(chosen.length, "annotation", "annotations")} merged.`,
      async () =>
        (trashed === undefined || (await this.#restore(trashed))) &&
        (await this.#remove([made.id])) !== undefined,
    );
    return made;
  }

  /** Cuts one in two at a place of the text; the comment stays with the first part. */
  async split(id: string, text: string, at: number): Promise<boolean> {
    const whole = this.placed.find((each) => each.id === id);
    const parts = whole && splitRange(text, whole.anchor, at);
    if (!whole || !parts) return false;
    const [first, second] = parts;
    const { colour, tags } = whole;
    const made = await this.#create(second, {
      motivation: "highlighting",
      colour,
      comment: "",
      tags,
    });
    if (!made) return false;
    const inverse = await this.#attach(id, first);
    this.#undo.did(
      "Annotation split in two.",
      async () =>
        (!inverse || (await this.#change(id, inverse)) !== undefined) &&
        (await this.#remove([made.id])) !== undefined,
    );
    return true;
  }

  async #createAs(
    range: TextRange,
    content: Content,
  ): Promise<AnnotationView | undefined> {
    const made = await this.#create(range, content);
    if (made)
      this.#undo.did(
        content.motivation === "bookmarking" ? "Bookmarked." : "Highlighted.",
        async () => (await this.#remove([made.id])) !== undefined,
      );
    return made;
  }

  async #create(
    { start, end }: TextRange,
    content: Content,
  ): Promise<AnnotationView | undefined> {
    const { item } = this;
    const made = await this.#own(() =>
      ask("annotations/create", {
        item,
        start,
        end,
        ...content,
        tags: [...content.tags],
      }),
    );
    if (made) {
      this.#put([made]);
      this.#lastId = made.id;
    }
    return made;
  }

  async #change(
    id: string,
    changes: AnnotationChanges,
  ): Promise<AnnotationChanges | undefined> {
    const done = await this.#own(() =>
      ask("annotations/change", {
        item: this.#itemOf(id),
        id,
        changes: structuredClone(changes) as MutableChanges,
      }),
    );
    if (done) this.#put([done.annotation]);
    return done?.inverse;
  }

  async #attach(
    id: string,
    { start, end }: TextRange,
  ): Promise<AnnotationChanges | undefined> {
    const item = this.#itemOf(id);
    const done = await this.#own(() =>
      ask("annotations/attach", { item, id, start, end }),
    );
    if (done) this.#put([done.annotation]);
    return done?.inverse;
  }

  async #remove(ids: readonly string[]): Promise<Trashed[] | undefined> {
    const byItem = Map.groupBy(ids, (id) => this.#itemOf(id));
    const trashed: Trashed[] = [];
    for (const [item, own] of byItem) {
      const done = await this.#own(() =>
        ask("annotations/remove", { item, ids: own }),
      );
      if (!done) continue;
      this.all = this.all.filter(({ id }) => !own.includes(id));
      trashed.push(...done.trashed.map((path) => ({ item, path })));
    }
    return trashed.length > 0 ? trashed : undefined;
  }

  async #restore(trashed: readonly Trashed[]): Promise<boolean> {
    let isDone = true;
    for (const [item, own] of Map.groupBy(trashed, (each) => each.item)) {
      const back = await this.#own(() =>
        ask("annotations/restore", {
          item,
          trashed: own.map(({ path }) => path),
        }),
      );
      if (back) this.#put(back);
      isDone = isDone && back !== undefined;
    }
    return isDone;
  }

  /** The item itself, or one merged into it whose annotations are here. */
  #concerns(items: readonly string[]): boolean {
    return (
      items.includes(this.item) ||
      this.all.some(({ item }) => items.includes(item))
    );
  }

  #itemOf(id: string): string {
    return this.find(id)?.item ?? this.item;
  }

  /** Main tells once of each change that succeeds, before it answers. */
  async #own<Value>(
    task: () => Promise<Value | undefined>,
  ): Promise<Value | undefined> {
    this.#ownChanges += 1;
    const done = await task();
    if (done === undefined) this.#ownChanges -= 1;
    return done;
  }

  #put(changed: readonly AnnotationView[]): void {
    const ids = new Set(changed.map(({ id }) => id));
    this.all = [...this.all.filter(({ id }) => !ids.has(id)), ...changed].sort(
      (a, b) => placeOf(a) - placeOf(b),
    );
  }

  async #load(): Promise<void> {
    const list = await request("annotations/list", { item: this.item });
    if (list.ok) this.all = list.value;
    this.isLoaded = true;
  }
}

/** Where one lies in the trash, and which item it was on. */
interface Trashed {
  readonly item: string;
  readonly path: string;
}

/** As the contract's schema names it: arrays that may be written to. */
type MutableChanges = {
  -readonly [Key in keyof AnnotationChanges]: AnnotationChanges[Key] extends
    readonly (infer Each)[] | undefined
    ? Each[]
    : AnnotationChanges[Key];
};

export function isPlaced(
  annotation: AnnotationView,
): annotation is PlacedAnnotation {
  return annotation.anchor.state !== "orphan";
}

function isSame(before: AnnotationView, changes: AnnotationChanges): boolean {
  return Object.entries(changes).every(
    ([key, value]) =>
      JSON.stringify(before[key as keyof AnnotationChanges]) ===
      JSON.stringify(value),
  );
}

function lengthOf({ start, end }: TextRange): number {
  return end - start;
}

function placeOf({ anchor }: AnnotationView): number {
  return anchor.state === "orphan" ? Infinity : anchor.start;
}
