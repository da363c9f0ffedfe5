import type { CfiStep } from "./cfi";
import type { SourcePosition } from "./source-order";
import {
  elementsAround,
  type SourcePart,
  type SourcePlaces,
} from "./source-places";

/** Where steps through a document end. */
export interface Walked {
  readonly part: number;
  readonly path: readonly number[];
  /** An element, else a text. */
  readonly isElement: boolean;
  /** Of the text, in UTF-16 units; Infinity where it holds no letters that are read, and so is not known. */
  readonly length: number;
  /** Right before what is there. */
  readonly before: SourcePosition;
}

/** The part of the spine that steps through the package lead to. An asserted id wins over the step. */
export function findPart(
  { spine, parts }: SourcePlaces,
  steps: readonly CfiStep[],
): number | undefined {
  const [first, second, third] = steps;
  if (!first || !second || third) return undefined;
  const isSpine =
    first.id === undefined || spine.id === undefined
      ? first.step === spine.step
      : isId(spine.id, first.id);
  if (!isSpine) return undefined;
  const { id } = second;
  const there = parts.findIndex(({ itemref }) => itemref.step === second.step);
  const atStep = parts[there];
  if (id === undefined) return atStep && there;
  if (atStep && (isId(atStep.itemref.id, id) || isId(atStep.idref, id)))
    return there;
  return (
    onlyOne(parts, ({ itemref }) => isId(itemref.id, id)) ??
    onlyOne(parts, ({ idref }) => isId(idref, id))
  );
}

/** Follows steps through a part's document, from its root. */
export function walkDocument(
  places: SourcePlaces,
  part: number,
  steps: readonly CfiStep[],
): Walked | undefined {
  const document = places.parts[part];
  if (!document || steps.length === 0) return undefined;
  const children = childrenOf(document);
  let path: number[] = [];
  /** `undefined` in an element that holds no letters, and so is not known. */
  let element: number | undefined = -1;
  for (const [index, { step, id }] of steps.entries()) {
    if (step % 2 === 1) {
      if (index < steps.length - 1) return undefined;
      const chunk =
        element === undefined
          ? undefined
          : findChunk(places, document, element, step);
      path = [...path, step];
      return {
        part,
        path,
        isElement: false,
        length:
          chunk === undefined ? Infinity : (places.chunkLengths[chunk] ?? 0),
        before: { part, path, raw: 0 },
      };
    }
    const child: number | undefined =
      element === undefined ? undefined : children.get(element)?.get(step);
    const isAsGiven: boolean =
      id === undefined ||
      (child !== undefined && isId(document.ids.get(child), id));
    element = isAsGiven ? child : findId(document, id ?? "");
    if (!isAsGiven && element === undefined) return undefined;
    path = isAsGiven
      ? [...path, step]
      : elementsAround(document, element ?? -1).map(
          (each) => document.steps[each] ?? 0,
        );
  }
  return {
    part,
    path,
    isElement: true,
    length: 0,
    before: { part, path, raw: -1 },
  };
}

type Children = ReadonlyMap<number, ReadonlyMap<number, number>>;
const known = new WeakMap<SourcePart, Children>();

/** Elements by their parent and their step. */
function childrenOf(part: SourcePart): Children {
  const before = known.get(part);
  if (before) return before;
  const children = new Map<number, Map<number, number>>();
  part.parents.forEach((parent, element) => {
    const bySteps = children.get(parent) ?? new Map<number, number>();
    bySteps.set(part.steps[element] ?? 0, element);
    children.set(parent, bySteps);
  });
  known.set(part, children);
  return children;
}

function findChunk(
  { chunkElements, chunkSteps }: SourcePlaces,
  { firstChunk, chunks }: SourcePart,
  element: number,
  step: number,
): number | undefined {
  for (let chunk = firstChunk; chunk < firstChunk + chunks; chunk += 1)
    if (chunkElements[chunk] === element && chunkSteps[chunk] === step)
      return chunk;
  return undefined;
}

function findId({ elementsById }: SourcePart, id: string): number | undefined {
  return elementsById.get(id) ?? elementsById.get(decoded(id));
}

function isId(id: string | undefined, asserted: string): boolean {
  return id !== undefined && (id === asserted || id === decoded(asserted));
}

/** Some programs leave ids percent-encoded as they stand in an address. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function onlyOne(
  parts: readonly SourcePart[],
  fits: (part: SourcePart) => boolean,
): number | undefined {
  const found = parts.flatMap((part, index) => (fits(part) ? [index] : []));
  return found.length === 1 ? found[0] : undefined;
}
