import { readArguments } from "#main/cli/arguments";
import { replayFile } from "#main/cli/replay-file";
import fc from "fast-check";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createEmptyCard, fsrs, State, type Card, type Grade } from "ts-fsrs";
import { expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const inFolder = useTemporaryFolder();

interface Row {
  readonly card: string;
  readonly rating: Grade;
  readonly at: number;
}

/** The rows of `aide replay FILE --json`. */
async function replayed(file: string): Promise<unknown[]> {
  const words = readArguments(["replay", file, "--json"]);
  if (!words.ok) throw new Error(words.failure);
  const lines: string[] = [];
  const outcome = await replayFile({
    arguments: words.value,
    print: (line) => lines.push(line),
  });
  expect(outcome).toEqual({ ok: true, value: "done" });
  return lines.map((line) => JSON.parse(line) as unknown);
}

/** The same log through the bare reference, without anything of ours. */
function reference(rows: readonly Row[]): unknown[] {
  const algorithm = fsrs({ enable_fuzz: false });
  const cards = new Map<string, Card>();
  for (const { card, rating, at } of rows.toSorted((a, b) => a.at - b.at))
    cards.set(
      card,
      algorithm.next(cards.get(card) ?? createEmptyCard(at), at, rating).card,
    );
  return [...cards].map(([card, after]) => ({
    card,
    reviews: after.reps,
    dueAt: after.due.toISOString(),
    stability: after.stability,
    difficulty: after.difficulty,
    state: State[after.state].toLowerCase(),
  }));
}

async function write(rows: readonly Row[]): Promise<string> {
  const file = inFolder("reviews.csv");
  const lines = rows.map(
    ({ card, rating, at }) => `${card},${rating},${new Date(at).toISOString()}`,
  );
  await writeFile(
    file,
    `card_id,review_rating,review_time\n${lines.join("\n")}\n`,
  );
  return file;
}

const day = 86_400_000;
const row = fc.record({
  card: fc.constantFrom("a", "b", "c", "d", "e"),
  rating: fc.constantFrom<Grade>(1, 2, 3, 4),
  at: fc.integer({ min: 0, max: 900 * day }).map((at) => 1.6e12 + at),
});

test("any log of reviews, in any order, replays to what ts-fsrs itself computes", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 60 }),
      async (rows) => {
        expect(await replayed(await write(rows))).toEqual(reference(rows));
      },
    ),
    { numRuns: 60, seed: 20_221_129 },
  );
});

test("a learner's real log replays to what ts-fsrs itself computes", async (context) => {
  const folder = process.env.AIDE_SUITES ?? resolve("../shared/suites");
  const file = resolve(folder, "fsrs/reviews.csv");
  if (!existsSync(file))
    return context.skip("the real review logs are not on this machine");
  const [, ...lines] = (await readFile(file, "utf8")).trim().split("\n");
  const rows = lines.map((line): Row => {
    const [card = "", rating, at = ""] = line.split(",");
    return { card, rating: Number(rating) as Grade, at: Date.parse(at) };
  });
  expect(rows.length).toBeGreaterThan(1_000);
  expect(await replayed(file)).toEqual(reference(rows));
});
