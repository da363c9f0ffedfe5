import type { CardForm } from "#domain/study/card";
import type { MemoryState } from "#domain/study/memory";
import { intervalWords } from "./interval-words";

/** What a card asks for. */
export const FORM_WORDS: Readonly<Record<CardForm, string>> = {
  "who-held": "Who held it",
  "what-held": "What was held",
  "what-happened": "What happened",
  "which-role": "Which role",
  "own-question": "Own question",
  "own-cloze": "Own cloze",
};

export const STATE_WORDS: Readonly<Record<MemoryState, string>> = {
  new: "New",
  learning: "Learning",
  review: "Review",
  relearning: "Relearning",
};

/** When a card comes again, seen from a moment (both epoch milliseconds): `due now`, `in 3 days`; nothing for a new one. */
export function dueWords(dueAt: number | undefined, now: number): string {
  if (dueAt === undefined) return "";
  return dueAt <= now ? "due now" : `in ${intervalWords(dueAt - now)}`;
}
