import type { BlockFlow } from "./block-flow";
import { isElement, nameOf, type DomElement } from "./dom";
import { isListName } from "./elements";
import type { ItemHead } from "./scope";

const NOTHING = (): void => undefined;

/** Reads lists and their numbers, and terms with their definitions. */
export class ListReader {
  readonly #flow: BlockFlow;
  /** Numbers of the ordered lists around. */
  readonly #lists: { next?: number; readonly step: number }[] = [];

  constructor(flow: BlockFlow) {
    this.#flow = flow;
  }

  /** Enters an element if it is part of a list. @returns what is to be done on leaving it */
  enter(element: DomElement, name: string): (() => void) | undefined {
    const flow = this.#flow;
    const { scope } = flow;
    if (isListName(name)) return this.#enterList(element, name);
    switch (name) {
      case "li":
        return this.#enterItem(element);
      case "dl":
        flow.scope = { ...scope, list: scope.list + 1, item: undefined };
        return NOTHING;
      case "dd":
        flow.scope = { ...scope, item: newItem(scope.list) };
        return NOTHING;
      case "dt": {
        const opened = flow.openMarks([{ kind: "strong" }]);
        return () => flow.closeMarks(opened);
      }
      default:
        return undefined;
    }
  }

  #enterList(element: DomElement, name: string): () => void {
    const flow = this.#flow;
    flow.scope = { ...flow.scope, list: flow.scope.list + 1, item: undefined };
    this.#lists.push(name === "ol" ? numbering(element) : { step: 0 });
    return () => void this.#lists.pop();
  }

  #enterItem(element: DomElement): () => void {
    const flow = this.#flow;
    const list = this.#lists.at(-1);
    let number: number | undefined;
    if (list?.next !== undefined) {
      number = integer(element.getAttribute("value")) ?? list.next;
      list.next = number + list.step;
    }
    flow.scope = { ...flow.scope, item: newItem(flow.scope.list, number) };
    return NOTHING;
  }
}

function newItem(depth: number, number?: number): ItemHead {
  return {
    level: Math.max(1, depth),
    ...(number === undefined ? {} : { number }),
    isUsed: false,
  };
}

function numbering(list: DomElement): { next: number; step: number } {
  const isReversed = list.getAttribute("reversed") !== null;
  const start = integer(list.getAttribute("start"));
  return {
    next: start ?? (isReversed ? countItems(list) : 1),
    step: isReversed ? -1 : 1,
  };
}

function countItems(list: DomElement): number {
  let count = 0;
  for (let at = list.firstChild; at; at = at.nextSibling)
    if (isElement(at) && nameOf(at) === "li") count += 1;
  return count;
}

function integer(value: string | null): number | undefined {
  return value !== null && /^\s*-?\d{1,7}\s*$/u.test(value)
    ? Number(value)
    : undefined;
}
