import { itemIdOf } from "#main/library/item-folders";
import type { ItemRecord } from "#main/library/item-record";
import { formatMeta } from "#main/library/meta-file";
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const WORDS =
  "Accord Treaty Council Security Europe Report Letter Minutes Speech Cable Éclair Ünal Москва Кризис Alliance".split(
    " ",
  );
const KINDS = ["article", "cable", "speech", "report"] as const;
const PEOPLE = [
  "Joshua Kucera",
  "Jaap de Hoop Scheffer",
  "Anders Fogh Rasmussen",
  "Николай Бордюжа",
];

/** Item number `n` of a library that is always the same. */
export function generatedRecord(
  n: number,
  fields: Partial<ItemRecord["read"]> = {},
): ItemRecord {
  const text = textOf(n);
  const sha256 = createHash("sha256").update(text).digest();
  const pick = <Value>(values: readonly Value[], step: number): Value =>
    values[Math.floor(n / step) % values.length] as Value;
  return {
    id: itemIdOf(sha256),
    read: {
      title: `${pick(WORDS, 1)} ${pick(WORDS, 7)} ${n}`,
      kind: pick(KINDS, 1),
      creators: n % 5 === 0 ? [] : [{ name: pick(PEOPLE, 3) }],
      ...(n % 4 === 0 ? {} : { date: String(1949 + (n % 70)) }),
      language: n % 3 === 0 ? "ru" : "en",
      summary: "",
      tags: n % 2 === 0 ? ["even", `t${n % 20}`] : [`t${n % 20}`],
      ...fields,
    },
    corrections: {},
    source: {
      fileName: `file ${n}.txt`,
      bytes: Buffer.byteLength(text),
      sha256: sha256.toString("hex"),
    },
    importedAt: Date.parse("2026-01-01T00:00:00Z") + n * 60_000,
    format: "text",
    original: "original.txt",
    readerVersion: 1,
    textHash: createHash("sha256").update(text.trim()).digest("hex"),
    words: 10 + (n % 1000),
    warnings: [],
    extra: n % 100 === 0 ? { shelf: n } : {},
  };
}

/** Writes items as imports leave them. */
export async function writeItems(
  library: string,
  records: readonly ItemRecord[],
): Promise<void> {
  await mkdir(join(library, "items"), { recursive: true });
  for (let from = 0; from < records.length; from += 64)
    await Promise.all(
      records.slice(from, from + 64).map(async (record, at) => {
        const folder = join(library, "items", record.id);
        await mkdir(folder);
        await writeFile(join(folder, "meta.yaml"), formatMeta(record));
        await writeFile(join(folder, record.original), textOf(from + at));
      }),
    );
}

function textOf(n: number): string {
  return `The text of file number ${n}, which says what it says.\n`;
}
