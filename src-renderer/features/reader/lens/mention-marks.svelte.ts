import type { ItemDocument } from "#bridge/contract/library";
import type { Actor } from "#domain/knowledge/actor";
import {
  createMentionFinder,
  type Mention,
} from "#domain/knowledge/find-mentions";
import { MentionScan } from "#domain/knowledge/scan-mentions";
import type { Paint } from "../annotations/text-painter";

/** So much of an idle period is left alone, in milliseconds. */
const SPARE_MS = 5;

/** The mentions of known actors in the item being read, found when there is nothing else to do. */
export class MentionMarks {
  readonly #scan: MentionScan;
  /** Grows when what was painted before is others now. */
  version = $state(0);
  current = $state.raw<Mention | undefined>();

  constructor(item: ItemDocument, actors: readonly Actor[]) {
    this.#scan = new MentionScan(item, createMentionFinder(actors));
  }

  /** Searches the text from its beginning while the program idles; returns how to stop. */
  start(): () => void {
    let idle = 0;
    const next = (): void => {
      if (!this.#scan.isDone) idle = requestIdleCallback(scan);
    };
    const scan = (deadline: IdleDeadline): void => {
      let isChanged = false;
      while (!this.#scan.isDone && deadline.timeRemaining() > SPARE_MS)
        isChanged = this.#scan.step() || isChanged;
      if (isChanged) this.version += 1;
      next();
    };
    next();
    return () => cancelIdleCallback(idle);
  }

  at(place: number): Mention | undefined {
    return this.#scan.touching(place, place + 1)[0];
  }

  touching(start: number, end: number): Mention[] {
    return this.#scan.touching(start, end);
  }

  /** The last that begins at or before the end of a passage: whom it speaks of, if it names nobody itself. */
  inOrBefore(start: number, end: number): Mention | undefined {
    return this.#scan.touching(start, end)[0] ?? this.#scan.before(start);
  }

  /** The next or the previous from the present one, or from where one reads. */
  step(direction: 1 | -1, readingAt: number): Mention | undefined {
    const { current } = this;
    return direction === 1
      ? this.#scan.after(current?.end ?? readingAt)
      : this.#scan.before(current?.start ?? readingAt);
  }

  paints(start: number, end: number): Paint[] {
    const { current } = this;
    return this.#scan
      .touching(start, end)
      .flatMap((mention) => [
        { start: mention.start, end: mention.end, name: "aide-mention" },
        ...(mention.start === current?.start
          ? [{ ...mention, name: "aide-mention-current" }]
          : []),
      ]);
  }
}
