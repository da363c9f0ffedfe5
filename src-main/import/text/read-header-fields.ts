import type { Line } from "./lines";

/** Fields that a text has at its top, one a line ("From: ...", "SUBJ: ..."). */
export interface HeaderFields {
  /** By key in lower case, without the colon. */
  readonly fields: ReadonlyMap<string, string>;
  /** How many lines the block takes. */
  readonly lineCount: number;
}

const FIELD = /^(\p{L}[\p{L}. -]{0,24}?)\s*[:：]\s*(.*)$/u;
/** A cable's address lines have no colon. */
const CABLE_FIELD = /^(FM|TO|INFO)\s+(\p{Lu}.*)$/u;
const KNOWN = new Set(
  "title,subject,subj,re,from,fm,to,cc,bcc,info,date,sent,author,authors,by,tags,language,publisher,source,url,link,published,release date,posting date,editor,translator,reference id,ref,reply-to,message-id,newsgroups,organization,character set encoding,credits,original publication,classified by,origin,created,classification,e.o".split(
    ",",
  ),
);
const FARTHEST = 60;

/**
 * Reads the fields at the top of a text; lines before the first one and between them may be anything in a cable, so
 * the block ends with the last field that is known. `undefined` without at least two.
 */
export function readHeaderFields(
  lines: readonly Line[],
): HeaderFields | undefined {
  const fields = new Map<string, string>();
  let lineCount = 0;
  let open: string | undefined;
  const isCable = lines
    .slice(0, FARTHEST)
    .some(({ text }) => /^FM\s+\p{Lu}/u.test(text));
  for (const [index, line] of lines.slice(0, FARTHEST).entries()) {
    const match = FIELD.exec(line.text) ?? CABLE_FIELD.exec(line.text);
    const key = match?.[1]?.toLowerCase().trim() ?? "";
    if (match && KNOWN.has(key.replace(/ \d+$/u, ""))) {
      open = fields.has(key) ? undefined : key;
      if (open) fields.set(open, match[2]?.trim() ?? "");
      lineCount = index + 1;
    } else if (open && isContinued(line, fields.get(open) ?? "")) {
      fields.set(open, `${fields.get(open)} ${line.text}`.trim());
      lineCount = index + 1;
    } else {
      open = undefined;
      const isGap = line.gap > 0 && fields.size > 0;
      if (!isCable && (match === null || isGap)) break;
    }
  }
  return fields.size >= 2 ? { fields, lineCount } : undefined;
}

function isContinued(line: Line, value: string): boolean {
  if (line.gap > 0) return false;
  return (
    line.indent > 0 ||
    value === "" ||
    /[,;]$/u.test(value) ||
    isCapitalsOnly(value + line.text)
  );
}

/** A cable's subject runs on over lines of capitals. */
function isCapitalsOnly(text: string): boolean {
  return !/\p{Ll}/u.test(text);
}
