import { isWithinOneEdit } from "#domain/search/one-edit";
import { fold } from "#domain/search/words";
import { Analyser } from "#main/search/analysis/analyser";
import fc from "fast-check";
import { expect, test } from "vitest";
import { engineOf, found, itemOf, noteOf } from "./engine-of";

const analyser = new Analyser();
const LANGUAGES = ["en", "de", "fr", "ru", "ja"] as const;
type Language = (typeof LANGUAGES)[number];

/** Words of several languages in several forms; some are written alike in two. */
const WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: "alliance alliances treaty treaties premature recognise recognition mission missions chat gift".split(
    " ",
  ),
  de: "Vertrag Verträge Verträgen Sicherheit Bündnis Bündnisse gift Mission häuser Haus".split(
    " ",
  ),
  fr: "sécurité l’alliance alliances nation nations chat étrangère étrangères".split(
    " ",
  ),
  ru: "договор договора договоры безопасность безопасности союз союза".split(
    " ",
  ),
  ja: "同盟 条約 安全 保障 会議".split(" "),
};

interface Text {
  readonly language: Language;
  readonly title: string;
  readonly tags: readonly string[];
  readonly body: string;
  readonly isNote: boolean;
  readonly year: number;
}

const text: fc.Arbitrary<Text> = fc
  .constantFrom(...LANGUAGES)
  .chain((language) => {
    const word = fc.constantFrom(...WORDS[language]);
    const words = fc.array(word, { minLength: 1, maxLength: 9 });
    const joint = language === "ja" ? "、" : " ";
    return fc.record({
      language: fc.constant(language),
      title: fc.array(word, { maxLength: 2 }).map((each) => each.join(joint)),
      tags: fc.array(word, { maxLength: 2 }),
      body: words.map((each) => each.join(joint)),
      isNote: fc.boolean(),
      year: fc.integer({ min: 2007, max: 2010 }),
    });
  });

/** What a plain scan sees of a text: each word of each field. */
interface Seen {
  readonly fields: Readonly<
    Record<"title" | "body" | "tag", readonly (readonly Word[])[]>
  >;
  readonly language: Language;
  readonly isNote: boolean;
  readonly year: number;
}
interface Word {
  readonly folded: string;
  readonly token: string;
}

/** The words of a line, folded and as they are indexed. */
function wordsOf(line: string, language: string): Word[] {
  return analyser.words(line, language).map(({ start, end, token }) => ({
    folded: fold(line.slice(start, end)),
    token,
  }));
}

const BORDER: Word = { folded: "", token: "_" };

function see({ title, body, tags, ...rest }: Text): Seen {
  const words = (line: string): Word[] => wordsOf(line, rest.language);
  return {
    fields: {
      title: [words(title)],
      body: [words(body)],
      // Between two tags stands a border, which counts as a word for near().
      tag: [
        tags.flatMap((tag, index) => [
          ...(index > 0 ? [BORDER] : []),
          ...words(tag),
        ]),
      ],
    },
    ...rest,
  };
}

type Scan = (seen: Seen, all: readonly Seen[]) => boolean;
interface Term {
  readonly written: string;
  readonly scan: Scan;
}

const everywhere = (seen: Seen): (readonly Word[])[] =>
  Object.values(seen.fields).flat();
const fieldOf = (seen: Seen, field: string): (readonly Word[])[] =>
  field === "" ? everywhere(seen) : [...(seen.fields[field as "title"] ?? [])];
const vocabulary = (all: readonly Seen[]): Word[] =>
  all.flatMap((seen) => everywhere(seen).flat());

/** A word of the texts answers one of a query if it is the same in its language: as typed, or as a word spelt so. */
function answers(
  word: Word,
  query: string,
  seen: Seen,
  all: readonly Seen[],
): boolean {
  const [typed] = wordsOf(query, seen.language);
  if (word.token === typed?.token) return true;
  const [bare] = wordsOf(query, "");
  return vocabulary(all).some(
    ({ folded, token }) => folded === bare?.folded && token === word.token,
  );
}

const anyWord = fc.constantFrom(...Object.values(WORDS).flat());
const prefixes = fc.record({
  isNegated: fc.boolean(),
  field: fc.constantFrom("", "", "", "title", "body", "tag"),
});
const signed = (
  { isNegated, field }: { isNegated: boolean; field: string },
  written: string,
  scan: (
    lines: readonly (readonly Word[])[],
    seen: Seen,
    all: readonly Seen[],
  ) => boolean,
): Term => ({
  written: `${isNegated ? "-" : ""}${field === "" ? "" : `${field}:`}${written}`,
  scan: (seen, all) => scan(fieldOf(seen, field), seen, all) !== isNegated,
});

const wholeWord = fc
  .tuple(prefixes, anyWord)
  .map(([how, word]) =>
    signed(how, word, (lines, seen, all) =>
      lines.flat().some((each) => answers(each, word, seen, all)),
    ),
  );
const begun = fc
  .tuple(prefixes, anyWord, fc.integer({ min: 2, max: 6 }))
  .map(([how, word, length]) => {
    const [bare] = wordsOf(word, "");
    const prefix = Array.from(bare?.folded ?? "")
      .slice(0, length)
      .join("");
    return signed(how, `${prefix}*`, (lines, _seen, all) =>
      lines
        .flat()
        .some(
          ({ token }) =>
            token.startsWith(prefix) ||
            vocabulary(all).some(
              (each) => each.folded.startsWith(prefix) && each.token === token,
            ),
        ),
    );
  });
const latin = fc.constantFrom(...WORDS.en, ...WORDS.de);
const misspelt = fc.tuple(prefixes, latin, fc.nat()).map(([how, word, at]) => {
  const place = at % word.length;
  const written = `${word.slice(0, place)}q${word.slice(place + 1)}`;
  const [typed] = wordsOf(written, "");
  return signed(how, `${written}~1`, (lines, seen, all) => {
    const tokens = vocabulary(all)
      .filter(({ folded }) => isWithinOneEdit(folded, typed?.folded ?? ""))
      .map(({ token }) => token);
    return lines
      .flat()
      .some(
        (each) =>
          tokens.includes(each.token) || answers(each, written, seen, all),
      );
  });
});
const sameLanguage = fc.constantFrom(...LANGUAGES).chain((language) =>
  fc.uniqueArray(fc.constantFrom(...WORDS[language]), {
    minLength: 2,
    maxLength: 3,
    selector: (word) => wordsOf(word, "")[0]?.folded,
  }),
);
const phrase = fc.tuple(prefixes, sameLanguage).map(([how, words]) =>
  signed(how, `"${words.join(" ")}"`, (lines, seen, all) =>
    lines.some((line) =>
      line.some((_, at) =>
        words.every((word, index) => {
          const each = line[at + index];
          return each !== undefined && answers(each, word, seen, all);
        }),
      ),
    ),
  ),
);
const near = fc
  .tuple(prefixes, sameLanguage, fc.integer({ min: 0, max: 4 }))
  .map(([how, words, distance]) =>
    signed(how, `near(${words.join(" ")}, ${distance})`, (lines, seen, all) =>
      lines.some((line) =>
        line.some((_, at) => {
          const window = line.slice(at, at + distance + 2);
          return words.every((word) =>
            window.some((each) => answers(each, word, seen, all)),
          );
        }),
      ),
    ),
  );
const filter = fc
  .tuple(
    fc.boolean(),
    fc.oneof(
      fc.constantFrom("note", "passage").map((kind) => ({
        written: `kind:${kind}`,
        is: (seen: Seen) => seen.isNote === (kind === "note"),
      })),
      fc.constantFrom(...LANGUAGES).map((language) => ({
        written: `lang:${language}`,
        is: (seen: Seen) => seen.language === language,
      })),
      fc
        .tuple(
          fc.constantFrom("before", "after", "on"),
          fc.integer({ min: 2007, max: 2010 }),
        )
        .map(([field, year]) => ({
          written: `${field}:${year}`,
          is: (seen: Seen) =>
            field === "on"
              ? seen.year === year
              : field === "before"
                ? seen.year < year
                : seen.year > year,
        })),
    ),
  )
  .map(([isNegated, { written, is }]): Term => ({
    written: `${isNegated ? "-" : ""}${written}`,
    scan: (seen) => is(seen) !== isNegated,
  }));
const inNotes = anyWord.map((word): Term => ({
  written: `note:${word}`,
  scan: (seen, all) =>
    seen.isNote &&
    everywhere(seen)
      .flat()
      .some((each) => answers(each, word, seen, all)),
}));

const term = fc.oneof(
  { arbitrary: wholeWord, weight: 3 },
  { arbitrary: begun, weight: 2 },
  phrase,
  near,
  misspelt,
  filter,
  inNotes,
);
const query = fc
  .array(term, { minLength: 1, maxLength: 4 })
  .filter((terms) => terms.some(({ written }) => !written.startsWith("-")));

function engineWith(texts: readonly Text[]) {
  return engineOf(
    texts.map(({ isNote, title, tags, body, language, year }, index) => {
      const more = { title, tags, language, date: String(year) };
      return isNote
        ? noteOf(`i${index}`, body, more)
        : itemOf(`i${index}`, body, more);
    }),
  );
}

/** A hundred libraries are made, indexed and gone through; on a busy machine that takes its time. */
const TIMEOUT_MS = 60_000;

test(
  "for 500 queries of all operators the set of hits equals that of a plain scan of the texts",
  () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 12 }),
        fc.array(query, { minLength: 5, maxLength: 5 }),
        (texts, queries) => {
          const engine = engineWith(texts);
          const all = texts.map(see);
          for (const terms of queries) {
            const written = terms.map((each) => each.written).join(" ");
            const expected = all.flatMap((each, index) =>
              terms.every(({ scan }) => scan(each, all)) ? [`i${index}`] : [],
            );
            expect(found(engine, `${written} `), written).toEqual(
              expected.sort(),
            );
            if (expected.length > 0) seen.add(written);
          }
          engine.close();
        },
      ),
      { numRuns: 100 },
    );
    expect(seen.size, "queries that find something").toBeGreaterThan(50);
  },
  TIMEOUT_MS,
);

test(
  "when one term suffices, the set of hits is what any of the words finds, within the filters",
  () => {
    const wanted = fc
      .oneof(wholeWord, phrase, near)
      .filter(({ written }) => !written.startsWith("-"));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 12 }),
        fc.array(wanted, { minLength: 1, maxLength: 5 }),
        fc.option(filter),
        (texts, terms, narrowing) => {
          const engine = engineWith(texts);
          const all = texts.map(see);
          const written = [...terms, ...(narrowing ? [narrowing] : [])]
            .map((each) => each.written)
            .join(" ");
          const expected = all.flatMap((each, index) =>
            terms.some(({ scan }) => scan(each, all)) &&
            (narrowing?.scan(each, all) ?? true)
              ? [`i${index}`]
              : [],
          );
          expect(found(engine, `${written} `, { any: true }), written).toEqual(
            expected.sort(),
          );
          engine.close();
        },
      ),
      { numRuns: 100 },
    );
  },
  TIMEOUT_MS,
);
