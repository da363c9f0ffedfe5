import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "../repository-root.mjs";

const WORDS =
  "accord treaty council security europe report letter minutes speech cable éclair Ünal Москва кризис alliance of the and on war peace between powers".split(
    " ",
  );
const NAMES = "Kucera Rasmussen Bordyuzha Ivanov Żuk O'Brien Müller".split(" ");
const KINDS = ["article", "cable", "speech", "report", "web-page"];
const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/**
 * Writes a library of so many imported items with their parsed texts, as imports leave them; always the same.
 *
 * @param {{library: string, data: string}} folders
 * @param {number} count
 * @param {(n: number) => string} [textOf] paragraphs of each item, with blank lines between
 */
export async function generateLibrary(folders, count, textOf = shortText) {
  await mkdir(join(folders.library, "items"), { recursive: true });
  await mkdir(join(folders.data, "parsed"), { recursive: true });
  const readerVersion = await textVersion();
  for (let from = 0; from < count; from += 64)
    await Promise.all(
      Array.from({ length: Math.min(64, count - from) }, (_, at) =>
        writeItem(folders, from + at, readerVersion, textOf(from + at)),
      ),
    );
}

function shortText(n) {
  return `Text number ${n}, which says what it says.`;
}

async function writeItem({ library, data }, n, readerVersion, text) {
  const hash = createHash("sha256").update(`${text}\n`).digest();
  const textHash = createHash("sha256").update(text).digest("hex");
  const id = idOf(hash);
  const folder = join(library, "items", id);
  // Two multipliers without common factors spread the values evenly and always alike.
  const pick = (values, step) => values[(n * step + (n >> 3)) % values.length];
  const title = Array.from({ length: 3 + (n % 6) }, (_, at) =>
    pick(WORDS, 7 + 2 * at),
  ).join(" ");
  const meta = {
    v: 1,
    title: `${title} ${n % 1_000}`,
    creators:
      n % 9 === 0
        ? []
        : [
            {
              name: `${pick(["Anna", "Joshua"], 3)} ${pick(NAMES, 5)}${n % 997}`,
            },
          ],
    date: n % 5 === 0 ? undefined : `${1900 + (n % 120)}-0${1 + (n % 9)}`,
    language: pick(["en", "en-GB", "ru", "de"], 11),
    kind: pick(KINDS, 13),
    tags: [pick(WORDS, 3), pick(WORDS, 5)],
    summary: `About ${title}.`,
    source: {
      fileName: `text ${n}.txt`,
      bytes: Buffer.byteLength(text) + 1,
      sha256: hash.toString("hex"),
    },
    imported: new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString(),
    format: "text",
    original: "original.txt",
    readerVersion,
    textHash,
    words: 10 + (n % 9_000),
    warnings: [],
  };
  const lines = Object.entries(meta).filter(([, value]) => value !== undefined);
  await mkdir(folder);
  await writeFile(
    join(folder, "meta.yaml"),
    lines.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join(""),
  );
  await writeFile(join(folder, "original.txt"), `${text}\n`);
  const blocks = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    kind: "paragraph",
    start: index,
    end: index + line.length,
    marks: [],
  }));
  const structured = { version: readerVersion, text, blocks };
  await mkdir(join(data, "parsed", id));
  await writeFile(
    join(data, "parsed", id, "text.json"),
    JSON.stringify({
      format: "text",
      readerVersion,
      textHash,
      resources: [],
      structured,
    }),
  );
}

/** Texts of another version would be read again in the background. */
async function textVersion() {
  const path = join(repositoryRoot, "src-main", "import", "text-versions.ts");
  const [, version] =
    /^ {2}text: (\d+),$/m.exec(await readFile(path, "utf8")) ?? [];
  if (version === undefined)
    throw new Error(`${path} names no version of texts`);
  return Number(version);
}

/** As the program makes ids: the first 26 letters of the hash in base32. */
function idOf(hash) {
  let [bits, held, id] = [0, 0, ""];
  for (const byte of hash) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && id.length < 26) {
      bits -= 5;
      id += BASE32[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return id;
}
