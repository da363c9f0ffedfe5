import type { AnnotationView } from "#bridge/contract/annotations";
import type { AnnotationChanges } from "#domain/annotation/annotation";
import type { TextRange } from "#domain/text/blocks";
import { ask } from "../../../app/ask";
import { onChanges, request } from "../../../app/bridge";

/** What a person gives an annotation. */
export type AnnotationContent = Pick<
  AnnotationView,
  "motivation" | "colour" | "comment" | "tags"
>;

/** Where one lies in the trash, and which item it was on. */
export interface Trashed {
  readonly item: string;
  readonly path: string;
}

/** The annotations of one item as main keeps them, in step with every change, ours and those made elsewhere. */
export class ItemAnnotations {
  readonly item: string;
  /** In the order of the text; orphans last. */
  all = $state.raw<readonly AnnotationView[]>([]);
  isLoaded = $state(false);
  /** Changes of ours that main has not told of yet: no reason to ask again. */
  #ownChanges = 0;

  constructor(item: string) {
    this.item = item;
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

  find(id: string): AnnotationView | undefined {
    return this.all.find((each) => each.id === id);
  }

  async create(
    { start, end }: TextRange,
    content: AnnotationContent,
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
    if (made) this.#put([made]);
    return made;
  }

  async change(
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

  async attach(
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

  async remove(ids: readonly string[]): Promise<Trashed[] | undefined> {
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

  async restore(trashed: readonly Trashed[]): Promise<boolean> {
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

/** As the contract's schema names it: arrays that may be written to. */
type MutableChanges = {
  -readonly [Key in keyof AnnotationChanges]: AnnotationChanges[Key] extends
    readonly (infer Each)[] | undefined
    ? Each[]
    : AnnotationChanges[Key];
};

function placeOf({ anchor }: AnnotationView): number {
  return anchor.state === "orphan" ? Infinity : anchor.start;
}
