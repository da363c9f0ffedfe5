import type { ItemDetails } from "#bridge/contract/catalogue";
import { expect, test } from "vitest";
import {
  changesOf,
  draftOf,
} from "../../../src-renderer/features/library/edit-draft";

const ITEM: ItemDetails = {
  id: "a",
  title: "A letter",
  kind: "letter",
  creators: [
    { name: "Ada Example", given: "Ada", family: "Example" },
    { name: "The Council" },
  ],
  language: "und",
  date: "2009-09",
  summary: "",
  tags: [],
  sources: [],
  facts: [],
  collection: "",
  words: 100,
  isBundled: false,
  noteCount: 0,
  dueCount: 0,
  collections: [],
  extra: {},
};

test("a draft that nobody touched changes nothing", () => {
  expect(changesOf(ITEM, draftOf(ITEM))).toEqual({ ok: true, changes: {} });
});

test("only what differs is changed; an emptied field is emptied", () => {
  const draft = draftOf({ ...ITEM, publisher: "The Press" });
  draft.title = "  The letter ";
  draft.publisher = "";
  expect(changesOf({ ...ITEM, publisher: "The Press" }, draft)).toEqual({
    ok: true,
    changes: { title: "The letter", publisher: null },
  });
});

test("a name is made from its parts until it is written out", () => {
  const draft = draftOf(ITEM);
  const [first] = draft.creators;
  if (first) first.family = "Sample";
  draft.creators.push({ key: 9, given: "", family: "", name: "" });
  expect(changesOf(ITEM, draft)).toEqual({
    ok: true,
    changes: {
      creators: [
        { name: "Ada Sample", given: "Ada", family: "Sample" },
        { name: "The Council" },
      ],
    },
  });
});

test("every wrong field is named", () => {
  const draft = draftOf(ITEM);
  draft.title = " ";
  draft.language = "english please";
  draft.date = {
    from: { year: "2009", month: "2", day: "31" },
    isAbout: false,
  };
  const reading = changesOf(ITEM, draft);
  expect(reading.ok ? {} : Object.keys(reading.complaints).sort()).toEqual([
    "date",
    "language",
    "title",
  ]);
});

test("a date that says more than the fields can stays as it is until it is touched", () => {
  const item = { ...ITEM, date: "2009~/2010" };
  expect(changesOf(item, draftOf(item))).toEqual({ ok: true, changes: {} });
});
