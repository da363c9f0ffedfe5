import { expect, test } from "vitest";
import {
  cardComplaints,
  eventComplaints,
  positionComplaints,
} from "../../../src-renderer/features/reader/forms/complaints";
import { fieldsOfDate } from "../../../src-renderer/ui/edtf-fields";

const POSITION = {
  actor: { id: "rasmussen", name: "Rasmussen" },
  issue: { id: "dialogue", title: "Dialogue" },
  stance: "supports",
  date: fieldsOfDate("2009"),
  statement: "NATO and Russia should talk.",
  chain: [{ speaker: "Rasmussen", mode: "says" }],
} as const;

test("a position that has all it needs is not complained of", () => {
  expect(positionComplaints(POSITION)).toEqual([]);
});

test("an empty position hears of everything it lacks, in the order of the form", () => {
  expect(
    positionComplaints({
      actor: undefined,
      issue: undefined,
      stance: undefined,
      date: fieldsOfDate(undefined),
      statement: "  ",
      chain: [],
    }),
  ).toEqual([
    "Say whose position it is.",
    "Say on which issue.",
    "Choose one of the five stances.",
    "Say when it was; a year is enough.",
    "Write the statement in one sentence.",
    "Say who says so.",
  ]);
});

test("a new issue needs a question, and every line of the chain a speaker", () => {
  expect(
    positionComplaints({
      ...POSITION,
      issue: { id: undefined, title: "Dialogue", question: " " },
      chain: [...POSITION.chain, { speaker: " ", mode: "reports" }],
    }),
  ).toEqual([
    "Say what the question of the new issue is.",
    "Name the speaker in every line of “Who says so”.",
  ]);
});

test("a date that does not exist is told as such, not as missing", () => {
  const from = { year: "2009", month: "2", day: "30" };
  expect(
    positionComplaints({ ...POSITION, date: { from, isAbout: false } }),
  ).toEqual(["There is no such day."]);
});

test("sentences and titles have a longest length", () => {
  expect(
    positionComplaints({ ...POSITION, statement: "x".repeat(2_001) }),
  ).toEqual(["Shorten the statement in one sentence to 2000 characters."]);
  const event = {
    title: "x".repeat(301),
    summary: "x".repeat(2_001),
    date: fieldsOfDate("2009"),
    chain: POSITION.chain,
  };
  expect(eventComplaints(event)).toEqual([
    "The title is longer than 300 characters.",
    "The summary is longer than 2000 characters.",
  ]);
  expect(eventComplaints({ ...event, title: "", summary: "" })).toEqual([
    "Give the event a title.",
  ]);
});

test("a card needs a question and an answer, or a text with hidden words", () => {
  const card = { question: "", answer: "", cloze: "" } as const;
  expect(cardComplaints({ form: "own-question", ...card })).toEqual([
    "Write the question.",
    "Write the answer.",
  ]);
  const cloze = (text: string): string[] =>
    cardComplaints({ form: "own-cloze", ...card, cloze: text });
  expect(cloze("NATO met in Brussels.")).toEqual([
    "Select words to be asked for, then hide them.",
  ]);
  expect(cloze("NATO met in {{Brussels}}.")).toEqual([]);
});
