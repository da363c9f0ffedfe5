import { readFrontMatter, splitFrontMatter } from "#domain/notes/front-matter";

/** How sure it is that a text is written in Markdown. */
export type MarkdownSigns = "sure" | "likely" | "none";

const SIGNS: readonly RegExp[] = [
  /^ {0,3}#{1,6} \S/mu,
  /\[[^\]\n]+\]\((?:https?:|mailto:|[./#])[^)\n]*\)/u,
  /!\[[^\]\n]*\]\([^)\n]+\)/u,
  /^ {0,3}(?:```|~~~)/mu,
  /^\|?(?: *:?-{3,}:? *\|)+(?: *:?-{3,}:? *)?\|?$/mu,
  /(?<![*\w])\*\*[^\s*][^*\n]*\*\*(?![*\w])/u,
  /^\[\^[^\]\n]+\]:/mu,
];

/** Looks for what only Markdown writes: front matter, or several of its signs, of which one may be chance. */
export function markdownSigns(start: string): MarkdownSigns {
  const text = start.replace(/\r\n?/gu, "\n");
  if (hasFrontMatter(text)) return "sure";
  const found = SIGNS.filter((sign) => sign.test(text)).length;
  const headings = text.match(/^ {0,3}#{1,6} \S/gmu)?.length ?? 0;
  if (found >= 3 || (found >= 2 && headings >= 2)) return "sure";
  return found >= 2 || (headings > 0 && startsWithHeading(text))
    ? "likely"
    : "none";
}

function startsWithHeading(text: string): boolean {
  return /^#{1,6} \S/u.test(text);
}

function hasFrontMatter(text: string): boolean {
  const { yaml, opening } = splitFrontMatter(text);
  if (opening === "") return false;
  const fields = readFrontMatter(yaml);
  return fields.ok && Object.keys(fields.value).length > 0;
}
