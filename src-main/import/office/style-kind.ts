import type { Role } from "./draft";

/** What a style's name makes of its paragraphs. Built-in names are English in every file, custom ones are not. */
export type StyleKind =
  | { readonly kind: "heading"; readonly level: number }
  | { readonly kind: "quotation" }
  | { readonly kind: "code" }
  | { readonly kind: "role"; readonly role: Role };

const ROLES: Readonly<Record<string, Role>> = {
  title: "title",
  subtitle: "subtitle",
  author: "author",
  date: "date",
  abstract: "abstract",
  caption: "caption",
  "image caption": "caption",
  "figure caption": "caption",
  figurecaption: "caption",
  illustration: "caption",
  figure: "caption",
};

const QUOTATION =
  /^(?:(?:intense |intensives )?(?:quot(?:e|es|ation|ations)|zitat|citation|cita|citazione|citaat|цитата|ציטוט|اقتباس)|block ?(?:text|quote|quotation|citation)s?)$/u;
const CODE =
  /^(?:(?:source )?code(?: block)?|html preformatted|preformatted(?: text)?|macro(?: text)?)$/u;
const INLINE_CODE =
  /^(?:verbatim char|source ?text|html (?:code|typewriter|keyboard|sample)|teletype|(?:inline |source )?code(?: char)?)$/u;
/** As written by programs that translate built-in names. */
const HEADING =
  /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|επικεφαλίδα|başlık|标题|標題|見出し|제목|כותרת|عنوان)[ -]?(\d)$/u;

/** Tells what a paragraph style's name stands for. */
export function kindOfStyleName(name: string): StyleKind | undefined {
  const key = foldStyleName(name);
  const level = HEADING.exec(key)?.[1];
  if (level !== undefined)
    return {
      kind: "heading",
      level: Math.min(6, Math.max(1, Number(level))),
    };
  if (QUOTATION.test(key)) return { kind: "quotation" };
  if (CODE.test(key)) return { kind: "code" };
  const role = Object.hasOwn(ROLES, key) ? ROLES[key] : undefined;
  return role && { kind: "role", role };
}

/** Tells whether a character style's name stands for code. */
export function isCodeName(name: string): boolean {
  return INLINE_CODE.test(foldStyleName(name));
}

/** Names of styles are compared without case and with one kind of space. */
export function foldStyleName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, " ");
}
