import { untrack } from "svelte";
import { notices } from "../../app/notices.svelte";

/** Something that was done, and how it is taken back. */
interface Step {
  readonly words: string;
  readonly undo: () => Promise<boolean>;
}

const MOST_STEPS = 200;

/** What was done while reading, to be taken back one by one, the last first, or one of them from its message. */
export class UndoStack {
  #steps = $state.raw<readonly Step[]>([]);
  #notice: number | undefined;
  readonly canUndo = $derived(this.#steps.length > 0);

  /** Tells what was done, with an Undo beside it. `undo` tells whether it succeeded. */
  did(words: string, undo: () => Promise<boolean>): void {
    const step = { words, undo };
    this.#steps = [...untrack(() => this.#steps), step].slice(-MOST_STEPS);
    // One message at a time: the steps before it are still there for the key.
    if (this.#notice !== undefined) notices.dismiss(this.#notice);
    this.#notice = notices.say(words, {
      label: "Undo",
      run: () => void this.#take(step),
    });
  }

  async undoLast(): Promise<void> {
    const last = this.#steps.at(-1);
    if (last) await this.#take(last);
    else notices.say("There is nothing to take back here.");
  }

  async #take(step: Step): Promise<void> {
    if (!this.#steps.includes(step)) return;
    this.#steps = this.#steps.filter((each) => each !== step);
    if (this.#notice !== undefined) notices.dismiss(this.#notice);
    if (await step.undo())
      this.#notice = notices.say(`Taken back: ${lowerFirst(step.words)}`);
  }
}

const stacks = new Map<string, UndoStack>();

/** What was done in one item; it can still be taken back after one was elsewhere. */
export function undoStackOf(item: string): UndoStack {
  const known = stacks.get(item) ?? new UndoStack();
  stacks.set(item, known);
  return known;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
