import type { AnnotationView } from "#bridge/contract/annotations";
import type {
  AnnotationChanges,
  HighlightColour,
} from "#domain/annotation/annotation";
import { mergeAnnotations, splitRange } from "#domain/annotation/annotation";
import type { TextRange } from "#domain/text/blocks";
import { createIntervalIndex } from "#domain/text/interval-index";
import { counted } from "../../../app/number-words";
import type { UndoStack } from "../undo-stack.svelte";
import {
  ItemAnnotations,
  type AnnotationContent,
} from "./item-annotations.svelte";

/** An annotation that has a place in the text. */
export type PlacedAnnotation = AnnotationView & { readonly anchor: TextRange };

/** The annotations of the item being read, and what is done to them, each with its way back. */
export class AnnotationsSession {
  readonly item: string;
  readonly #kept: ItemAnnotations;
  readonly #undo: UndoStack;
  /** The colour used last. */
  colour = $state<HighlightColour>("yellow");
  /** The one walked to or opened. */
  currentId = $state<string | undefined>();
  /** The one made last: what is done next is most often done to it. */
  #lastId: string | undefined;

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
    this.#kept = new ItemAnnotations(item);
    this.#undo = undo;
  }

  /** In the order of the text; orphans last. */
  get all(): readonly AnnotationView[] {
    return this.#kept.all;
  }

  get isLoaded(): boolean {
    return this.#kept.isLoaded;
  }

  /** Loads and follows changes made elsewhere; returns how to stop. */
  start(): () => void {
    return this.#kept.start();
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
    return this.#kept.find(id);
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
    const inverse = await this.#kept.change(id, changes);
    if (!inverse) return undefined;
    this.#undo.did(
      words,
      async () => (await this.#kept.change(id, inverse)) !== undefined,
    );
    return this.find(id);
  }

  async remove(ids: readonly string[]): Promise<void> {
    const trashed = await this.#kept.remove(ids);
    if (!trashed) return;
    this.#undo.did(
      `${counted(trashed.length, "annotation", "annotations")} in the trash.`,
      () => this.#kept.restore(trashed),
    );
  }

  /** Puts an orphan, or any other, on a passage. */
  async attach(id: string, range: TextRange): Promise<void> {
    const inverse = await this.#kept.attach(id, range);
    if (inverse)
      this.#undo.did(
        "Annotation attached.",
        async () => (await this.#kept.change(id, inverse)) !== undefined,
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
    const trashed = await this.#kept.remove(chosen.map(({ id }) => id));
    this.#undo.did(
      `${counted(chosen.length, "annotation", "annotations")} merged.`,
      async () =>
        (trashed === undefined || (await this.#kept.restore(trashed))) &&
        (await this.#kept.remove([made.id])) !== undefined,
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
    const inverse = await this.#kept.attach(id, first);
    this.#undo.did(
      "Annotation split in two.",
      async () =>
        (!inverse || (await this.#kept.change(id, inverse)) !== undefined) &&
        (await this.#kept.remove([made.id])) !== undefined,
    );
    return true;
  }

  async #createAs(
    range: TextRange,
    content: AnnotationContent,
  ): Promise<AnnotationView | undefined> {
    const made = await this.#create(range, content);
    if (made)
      this.#undo.did(
        content.motivation === "bookmarking" ? "Bookmarked." : "Highlighted.",
        async () => (await this.#kept.remove([made.id])) !== undefined,
      );
    return made;
  }

  async #create(
    range: TextRange,
    content: AnnotationContent,
  ): Promise<AnnotationView | undefined> {
    const made = await this.#kept.create(range, content);
    if (made) this.#lastId = made.id;
    return made;
  }
}

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
