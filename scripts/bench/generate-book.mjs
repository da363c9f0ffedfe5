const WORDS =
  "the of and to in a that was for on as with by his had which from at it this were not but be are have their they been who or one would he she we there when more said its other than into could government treaty minister council security europe question members committee proposal declaration agreement negotiation ambassador delegation consultation sovereignty neutrality organisation representative correspondence responsibility international parliamentary constitutional extraordinary recognition alliance military political economic diplomatic northern western eastern central capital winter summer letter speech cable report paper session meeting border province population language history memory people country city river mountain railway harbour frontier archive witness evidence statement position argument condition promise refusal silence support doubt answer reply remark note page chapter volume edition author reader".split(
    " ",
  );
const NAMES = ["Rasmussen", "Bordyuzha", "Clinton", "Lavrov", "the Council"];
const CHAPTERS = 60;
const SECTIONS = 5;
const NOTE_EVERY = 9;

/**
 * A book in Markdown of about so many words, always the same: chapters and sections, quotations, lists, emphasis and
 * footnotes, with the quotation marks of printed books.
 *
 * @param {number} words
 */
export function generateBook(words) {
  const next = numbers(20090910);
  const lines = ["---", "title: A long book of sessions", "language: en"];
  lines.push("creators: [Anna Archivist]", "date: 1911", "---", "");
  const inSection = words / (CHAPTERS * SECTIONS);
  let notes = 0;
  for (let chapter = 1; chapter <= CHAPTERS; chapter += 1) {
    const ofChapter = [];
    lines.push(`## Chapter ${chapter}. ${title(next)}`, "");
    for (let section = 1; section <= SECTIONS; section += 1) {
      lines.push(`### ${chapter}.${section} ${title(next)}`, "");
      for (let written = 0, at = 0; written < inSection; at += 1) {
        const { text, count } = paragraph(next, 30 + (next() % 110));
        written += count;
        const hasNote = at % NOTE_EVERY === 4;
        if (hasNote) ofChapter.push((notes += 1));
        const sign = at % 14 === 7 ? "> " : at % 17 === 5 ? "- " : "";
        lines.push(`${sign}${text}${hasNote ? `[^${notes}]` : ""}`, "");
      }
    }
    for (const note of ofChapter)
      lines.push(`[^${note}]: ${paragraph(next, 20).text}`, "");
  }
  return lines.join("\n");
}

/** Numbers that look random and are always the same (a linear congruential generator, Numerical Recipes). */
function numbers(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8;
}

/** The frequent words stand first and come often. */
function word(next) {
  const rank = Math.floor(WORDS.length * ((next() % 10_000) / 10_000) ** 2.2);
  return WORDS[rank] ?? "the";
}

function title(next) {
  return Array.from({ length: 4 }, () => word(next)).join(" ");
}

function paragraph(next, least) {
  const sentences = [];
  for (let count = 0; ;) {
    const length = 8 + (next() % 24);
    const words = Array.from({ length }, () => word(next));
    if (next() % 4 === 0) words[2] = NAMES[next() % NAMES.length] ?? "";
    if (next() % 7 === 0) words[4] = `*${words[4]}*`;
    if (next() % 9 === 0) words[5] = `“${words[5]} ${words[6]}”`;
    const [first = "", ...rest] = words;
    sentences.push(
      `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(" ")}.`,
    );
    count += length;
    if (count >= least) return { text: sentences.join(" "), count };
  }
}
