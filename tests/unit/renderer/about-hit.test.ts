import { expect, test } from "vitest";
import { aboutHit } from "../../../src-renderer/features/search/about-hit";
import type { HitRow } from "../../../src-renderer/features/search/hit-rows";

const row = (more: Partial<HitRow>): HitRow => ({
  key: "k",
  kind: "passage",
  isName: false,
  id: "i",
  title: "T",
  titleMarks: [],
  detail: "",
  heading: "",
  headingMarks: [],
  ...more,
});

test("an item is called by what it is, in words, with its date", () => {
  expect(aboutHit(row({ detail: "profile", date: "2009-09" }))).toBe(
    "Profile · September 2009",
  );
  expect(aboutHit(row({ detail: "web-page" }))).toBe("Web page");
  expect(aboutHit(row({}))).toBe("Item");
  expect(aboutHit(row({ kind: "item", isName: true, detail: "brief" }))).toBe(
    "Brief",
  );
});

test("a heading names the item it stands in, and a tag says that it is one", () => {
  const heading = row({
    kind: "item",
    isName: true,
    detail: "A treaty for Europe?",
    target: { start: 4, end: 9 },
  });
  expect(aboutHit(heading)).toBe("Section of “A treaty for Europe?”");
  expect(aboutHit(row({ kind: "tag", isName: true }))).toBe("Tag");
});

test("an actor is told by its roles and by the other name that was found, but not above a text that says the same", () => {
  const named = row({
    kind: "actor",
    isName: true,
    detail: "Prime Minister; Secretary General",
    alias: "Fogh",
  });
  expect(aboutHit(named)).toBe(
    "Actor · also “Fogh” · Prime Minister; Secretary General",
  );
  expect(aboutHit(named, true)).toBe("Actor · also “Fogh”");
  expect(aboutHit({ ...named, isName: false })).toBe("Actor · also “Fogh”");
});

test("positions, cards and annotations say what they belong to", () => {
  expect(aboutHit(row({ kind: "position", detail: "opposes · A ← B" }))).toBe(
    "Position · opposes · A ← B",
  );
  expect(aboutHit(row({ kind: "annotation", detail: "words" }))).toBe(
    "Annotation · “words”",
  );
  expect(aboutHit(row({ kind: "annotation" }))).toBe("Annotation");
});
