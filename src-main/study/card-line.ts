import { fail, ok, type Result } from "#domain/result";
import type { Card } from "#domain/study/card";
import * as v from "valibot";
import { fragmentSchema } from "../library/fragment-schema";

const text = v.string();
const schema = v.looseObject({
  v: v.literal(1),
  id: v.pipe(text, v.regex(/^c_[0-9A-Za-z_-]{1,100}$/u)),
  form: v.picklist(["own-question", "own-cloze"]),
  topic: text,
  question: text,
  answer: text,
  explanation: text,
  created: text,
  evidence: v.array(
    v.object({
      item: text,
      position: fragmentSchema,
      selector: v.object({
        type: v.literal("TextQuoteSelector"),
        exact: text,
        prefix: v.exactOptional(text),
        suffix: v.exactOptional(text),
      }),
    }),
  ),
});

/** A card of the person's own, as a line of a pack. Fields of a newer version are kept. */
export type OwnCard = v.InferOutput<typeof schema>;

/** Reads a line. Fails with the reason when it is no card. */
export function parseCardLine(line: string): Result<OwnCard, string> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return fail("a line is not JSON");
  }
  const read = v.safeParse(schema, json);
  if (read.success) return ok(read.output);
  const [issue] = read.issues;
  return fail(`${v.getDotPath(issue) ?? "a card"}: ${issue.message}`);
}

/** The line, without its end. */
export function formatCardLine(card: OwnCard): string {
  return JSON.stringify(card);
}

/** The words that a cloze hides. */
const CLOZE = /\{\{(.+?)\}\}/gsu;
const BLANK = "_____";

/** The card as it is studied: made from the passage it rests on. */
export function toCard(own: OwnCard): Card {
  const { id, form, topic, question, answer, explanation, evidence } = own;
  return {
    id,
    origin: { kind: "passage", id },
    form,
    topic,
    question: form === "own-cloze" ? question.replace(CLOZE, BLANK) : question,
    answer,
    explanation:
      form === "own-cloze"
        ? [question.replace(CLOZE, "$1"), explanation].join("\n").trim()
        : explanation,
    attribution: [],
    evidence,
  };
}
