import type { CfiStep } from "./cfi";
import { PLACES_VERSION } from "./source-places-file";
import type { SourcePart, SourcePlaces } from "./source-places";

/** Far more than the longest text that is read. */
const MOST = 0x3fffffff;
const LONGEST_ID = 200;

/**
 * Reads the places of a text of `textLength` units. They were made of a hostile file by a process that it may have taken
 * over, so nothing of them is taken on trust; `undefined` for what is not as it should be, or of another version.
 */
export function readSourcePlaces(
  json: unknown,
  textLength: number,
): SourcePlaces | undefined {
  const file = json as Readonly<Record<string, unknown>> | null;
  if (typeof file !== "object" || file?.["version"] !== PLACES_VERSION)
    return undefined;
  const spine = readStep(file["spine"]);
  const given = file["parts"];
  const segments = numbersOf(file["segments"], 4);
  if (!spine || !Array.isArray(given) || !segments) return undefined;
  const parts: SourcePart[] = [];
  const chunks: number[] = [];
  for (const each of given as unknown[]) {
    const part = readPart(each, chunks.length / 4);
    if (!part) return undefined;
    for (let at = 0; at < part.chunks.length; at += 3) {
      const [element = -1, step = 0, length = 0] = part.chunks.slice(
        at,
        at + 3,
      );
      if (element < -1 || element >= part.part.steps.length) return undefined;
      if (step < 0 || length < 0) return undefined;
      chunks.push(parts.length, element, step, length);
    }
    parts.push(part.part);
  }
  const read = readSegments(segments, chunks, textLength);
  return (
    read && {
      spine,
      parts,
      chunkParts: everyFourth(chunks, 0),
      chunkElements: everyFourth(chunks, 1),
      chunkSteps: everyFourth(chunks, 2),
      chunkLengths: everyFourth(chunks, 3),
      ...read,
    }
  );
}

function readSegments(
  numbers: readonly number[],
  chunks: readonly number[],
  textLength: number,
):
  | Pick<SourcePlaces, "offsets" | "lengths" | "segmentChunks" | "raws">
  | undefined {
  const count = numbers.length / 4;
  const [offsets, lengths, segmentChunks, raws] = [
    new Int32Array(count),
    new Int32Array(count),
    new Int32Array(count),
    new Int32Array(count),
  ];
  let [end, chunk, rawEnd] = [0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const at = 4 * index;
    const gap = numbers[at] ?? -1;
    const step = numbers[at + 1] ?? 0;
    const raw = (step === 0 ? rawEnd : 0) + (numbers[at + 2] ?? -1);
    const length = numbers[at + 3] ?? 0;
    chunk += step;
    const isInChunk = raw >= 0 && raw + length <= (chunks[4 * chunk + 3] ?? -1);
    if (gap < 0 || length < 1 || !isInChunk) return undefined;
    offsets[index] = end + gap;
    lengths[index] = length;
    segmentChunks[index] = chunk;
    raws[index] = raw;
    end += gap + length;
    rawEnd = raw + length;
    if (end > textLength) return undefined;
  }
  return { offsets, lengths, segmentChunks, raws };
}

function readPart(
  json: unknown,
  firstChunk: number,
):
  | { readonly part: SourcePart; readonly chunks: readonly number[] }
  | undefined {
  const itemref = readStep(json);
  if (!itemref) return undefined;
  const fields = json as Readonly<Record<string, unknown>>;
  const { idref, ids } = fields;
  const elements = numbersOf(fields["elements"], 2);
  const chunks = numbersOf(fields["chunks"], 3);
  if (typeof idref !== "string" || !elements || !chunks) return undefined;
  if (!Array.isArray(ids)) return undefined;
  const count = elements.length / 2;
  const [parents, steps] = [new Int32Array(count), new Int32Array(count)];
  for (let number = 0; number < count; number += 1) {
    const up = elements[2 * number] ?? 0;
    const step = elements[2 * number + 1] ?? 0;
    if (up < 1 || up > number + 1 || step < 2) return undefined;
    parents[number] = number - up;
    steps[number] = step;
  }
  const byNumber = new Map<number, string>();
  const byId = new Map<string, number>();
  const twice = new Set<string>();
  for (const pair of ids as unknown[]) {
    if (!Array.isArray(pair)) return undefined;
    const [number, id] = pair as unknown[];
    if (!isNumber(number) || number < 0 || number >= count) return undefined;
    if (typeof id !== "string" || id.length > LONGEST_ID) return undefined;
    // An id that is there twice, which no document may have, leads nowhere.
    if (byId.has(id)) twice.add(id);
    byNumber.set(number, id);
    byId.set(id, number);
  }
  for (const id of twice) byId.delete(id);
  return {
    part: {
      itemref,
      idref,
      parents,
      steps,
      ids: byNumber,
      elementsById: byId,
      firstChunk,
      chunks: chunks.length / 3,
    },
    chunks,
  };
}

function readStep(json: unknown): CfiStep | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  const { step, id } = json as Readonly<Record<string, unknown>>;
  if (!isNumber(step) || step < 2) return undefined;
  return typeof id === "string" && id.length <= LONGEST_ID
    ? { step, id }
    : { step };
}

function numbersOf(
  json: unknown,
  group: number,
): readonly number[] | undefined {
  return Array.isArray(json) &&
    json.length % group === 0 &&
    json.every(isNumber)
    ? json
    : undefined;
}

function isNumber(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= MOST;
}

function everyFourth(numbers: readonly number[], from: number): Int32Array {
  const chosen = new Int32Array(numbers.length / 4);
  for (let index = 0; index < chosen.length; index += 1)
    chosen[index] = numbers[4 * index + from] ?? 0;
  return chosen;
}
