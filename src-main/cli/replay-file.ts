import { fail, ok, type Result } from "#domain/result";
import type { Memory } from "#domain/study/memory";
import type { Rating } from "#domain/study/rating";
import { createScheduler } from "#domain/study/scheduler";
import { parse } from "csv-parse/sync";
import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { errorDetail } from "../storage/error-detail";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";

interface LoggedReview {
  readonly card: string;
  readonly rating: Rating;
  readonly at: number;
}

const rowSchema = v.object({
  card_id: v.string(),
  review_rating: v.string(),
  review_time: v.string(),
});
const parametersSchema = v.union([
  v.array(v.number()),
  v.object({ w: v.array(v.number()) }),
]);

/** `aide replay FILE.csv`: the scheduler over a review log, a line for each card in the order they first appear. */
export async function replayFile(
  context: Pick<CliContext, "arguments" | "print">,
): Promise<CliOutcome> {
  const [path] = context.arguments.operands;
  if (path === undefined) return usageFault("replay needs a CSV file");
  const reviews = await readReviews(path);
  if (!reviews.ok) return reviews;
  const weights = await readParameters(context.arguments.parameters);
  if (!weights.ok) return weights;
  const scheduler = createScheduler(
    weights.value ? { w: [...weights.value] } : {},
  );
  const memories = new Map<string, Memory>();
  const counts = new Map<string, number>();
  for (const { card, rating, at } of [...reviews.value].sort(
    (a, b) => a.at - b.at,
  )) {
    memories.set(card, scheduler.next(memories.get(card), at, rating));
    counts.set(card, (counts.get(card) ?? 0) + 1);
  }
  for (const [card, memory] of memories)
    context.print(describe(context, card, memory, counts.get(card) ?? 0));
  return ok("done");
}

function describe(
  { arguments: { isJson } }: Pick<CliContext, "arguments">,
  card: string,
  memory: Memory,
  reviews: number,
): string {
  const { stability, difficulty, state } = memory;
  const dueAt = new Date(memory.dueAt).toISOString();
  if (isJson)
    return JSON.stringify({
      card,
      reviews,
      dueAt,
      stability,
      difficulty,
      state,
    });
  return [
    card,
    reviews,
    dueAt,
    stability.toFixed(4),
    difficulty.toFixed(4),
    state,
  ].join("\t");
}

async function readReviews(path: string): Promise<Result<LoggedReview[]>> {
  let rows: unknown[];
  try {
    rows = parse(await readFile(path), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown[];
  } catch (error) {
    return fail({ code: "read-failed", path, detail: errorDetail(error) });
  }
  const reviews: LoggedReview[] = [];
  for (const [index, row] of rows.entries()) {
    const read = v.safeParse(rowSchema, row);
    const [rating, at] = read.success
      ? [Number(read.output.review_rating), timeOf(read.output.review_time)]
      : [0, 0];
    if (
      !read.success ||
      ![1, 2, 3, 4].includes(rating) ||
      !Number.isFinite(at)
    ) {
      const detail =
        "a row needs card_id, review_rating from 1 to 4 and review_time";
      return fail({ code: "bad-input", path, line: index + 2, detail });
    }
    reviews.push({ card: read.output.card_id, rating: rating as Rating, at });
  }
  return ok(reviews);
}

/** ISO 8601, or epoch milliseconds. */
function timeOf(text: string): number {
  return /^\d{11,}$/u.test(text) ? Number(text) : Date.parse(text);
}

async function readParameters(
  path: string | undefined,
): Promise<Result<readonly number[] | undefined>> {
  if (path === undefined) return ok(undefined);
  try {
    const read = v.parse(
      parametersSchema,
      JSON.parse(await readFile(path, "utf8")),
    );
    const weights = "w" in read ? read.w : read;
    if (![17, 19, 21].includes(weights.length)) {
      return fail({
        code: "bad-input",
        path,
        detail: `FSRS takes 17, 19 or 21 weights, not ${weights.length}`,
      });
    }
    return ok(weights);
  } catch (error) {
    return fail({ code: "bad-input", path, detail: errorDetail(error) });
  }
}
