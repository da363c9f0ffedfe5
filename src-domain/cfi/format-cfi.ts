import type { Cfi, CfiPoint, CfiStep } from "./cfi";

/** Writes an EPUB CFI; of a range what both ends have in common comes first, once. */
export function formatCfi({ start, end }: Cfi): string {
  const first = signsOf(start);
  if (!end) return `epubcfi(${first.join("")})`;
  const second = signsOf(end);
  const longest = Math.min(stepsOf(start), stepsOf(end));
  let shared = 0;
  while (shared < longest && first[shared] === second[shared]) shared += 1;
  const parts = [
    first.slice(0, shared),
    first.slice(shared),
    second.slice(shared),
  ];
  return `epubcfi(${parts.map((signs) => signs.join("")).join(",")})`;
}

/** The steps and redirections of a place, then what ends them. */
function signsOf({ documents, offset, before, after }: CfiPoint): string[] {
  const assertion =
    before === undefined && after === undefined
      ? ""
      : `[${escaped(before ?? "")}${after === undefined ? "" : `,${escaped(after)}`}]`;
  return [
    ...documents.flatMap((steps, index) => [
      ...(index > 0 ? ["!"] : []),
      ...steps.map(stepText),
    ]),
    `${offset === undefined ? "" : `:${offset}`}${assertion}`,
  ];
}

/** How many signs may be shared: each end keeps its last step for itself. */
function stepsOf({ documents }: CfiPoint): number {
  const steps = documents.reduce((sum, each) => sum + each.length, 0);
  return Math.max(0, steps + documents.length - 2);
}

function stepText({ step, id }: CfiStep): string {
  return `/${step}${id === undefined ? "" : `[${escaped(id)}]`}`;
}

function escaped(text: string): string {
  return text.replace(/[\^[\](),;=]/gu, "^$&");
}
