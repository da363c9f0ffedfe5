import {
  changeAnnotation,
  HIGHLIGHT_COLOURS,
  mergeAnnotations,
  MOTIVATIONS,
  splitRange,
  type Annotation,
} from "#domain/annotation/annotation";
import {
  annotationsIn,
  fromWebAnnotation,
  toCollection,
  toWebAnnotation,
} from "#domain/annotation/web-annotation";
import fc from "fast-check";
import { expect, test } from "vitest";

const time = fc.integer({ min: 0, max: 4e12 });
const annotation: fc.Arbitrary<Annotation> = fc.record({
  id: fc.stringMatching(/^a_[0-9A-Z]{8}$/u),
  item: fc.stringMatching(/^[a-z0-9-]{1,20}$/u),
  motivation: fc.constantFrom(...MOTIVATIONS),
  colour: fc.constantFrom(...HIGHLIGHT_COLOURS),
  comment: fc.string(),
  tags: fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }),
  selectors: fc.tuple(
    fc.record({
      type: fc.constant("TextQuoteSelector" as const),
      exact: fc.string({ minLength: 1 }),
      prefix: fc.string(),
      suffix: fc.string(),
    }),
    fc.record({
      type: fc.constant("TextPositionSelector" as const),
      start: fc.nat(),
      end: fc.nat(),
    }),
  ),
  createdAt: time,
  modifiedAt: time,
});
const fallback = { id: "a_NEW" };

test("any annotation survives the way to the W3C form and back, through JSON", () => {
  fc.assert(
    fc.property(annotation, (each) => {
      const json = JSON.parse(JSON.stringify(toWebAnnotation(each)));
      expect(fromWebAnnotation(json, fallback)).toEqual({
        ok: true,
        value: each,
      });
    }),
  );
});

test("what another tool wrote beside it stays through our edits", () => {
  const theirs = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "https://example.org/anno/1",
    type: "Annotation",
    creator: { name: "Somebody" },
    body: [
      { type: "TextualBody", value: "A thought", purpose: "commenting" },
      { type: "SpecificResource", source: "https://example.org/x" },
    ],
    target: {
      source: "https://example.org/page",
      state: { type: "TimeState" },
      selector: [
        { type: "TextQuoteSelector", exact: "premature" },
        { type: "CssSelector", value: "#main > p" },
      ],
    },
  };
  const read = fromWebAnnotation(theirs, { ...fallback, item: "brief" });
  if (!read.ok) throw new Error(read.failure);
  expect(read.value).toMatchObject({
    id: "a_NEW",
    item: "brief",
    comment: "A thought",
    motivation: "commenting",
  });
  const { after } = changeAnnotation(read.value, { comment: "Another" }, 9);
  expect(toWebAnnotation(after, theirs)).toMatchObject({
    creator: { name: "Somebody" },
    body: [
      { value: "Another", purpose: "commenting" },
      { type: "SpecificResource" },
    ],
    target: {
      state: { type: "TimeState" },
      selector: [
        { type: "TextQuoteSelector" },
        { type: "CssSelector", value: "#main > p" },
      ],
    },
  });
});

test("times that are not known are left out, and stay so when something else is changed", () => {
  const theirs = {
    type: "Annotation",
    target: {
      source: "urn:aide:item:brief",
      selector: { type: "TextQuoteSelector", exact: "premature" },
    },
  };
  const read = fromWebAnnotation(theirs, fallback);
  if (!read.ok) throw new Error(read.failure);
  expect(toWebAnnotation(read.value, theirs)).not.toHaveProperty("created");
  expect(toWebAnnotation(read.value, theirs)).not.toHaveProperty("modified");
  const { after } = changeAnnotation(read.value, { comment: "Mine" }, 9);
  expect(toWebAnnotation(after, theirs)).not.toHaveProperty("created");
  expect(toWebAnnotation(after, theirs)).toMatchObject({
    modified: "1970-01-01T00:00:00.009Z",
  });
});

test("any JSON is read or refused with a reason, never thrown at", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const read = fromWebAnnotation(json, { ...fallback, item: "x" });
      if (!read.ok) expect(read.failure).not.toBe("");
      expect(Array.isArray(annotationsIn(json))).toBe(true);
    }),
  );
});

test("a collection holds its annotations in order, and lists, pages and single ones are read too", () => {
  fc.assert(
    fc.property(fc.array(annotation, { maxLength: 5 }), (all) => {
      const items = all.map((each) => toWebAnnotation(each));
      const collection = toCollection("My reading", items);
      expect(collection["total"]).toBe(all.length);
      expect(annotationsIn(collection)).toEqual(items);
      expect(annotationsIn(items)).toEqual(items);
    }),
  );
});

test("undoing a change gives back what was there, apart from the time", () => {
  fc.assert(
    fc.property(
      annotation,
      fc.record(
        {
          colour: fc.constantFrom(...HIGHLIGHT_COLOURS),
          comment: fc.string(),
          tags: fc.array(fc.string()),
        },
        { requiredKeys: [] },
      ),
      (before, changes) => {
        const { after, inverse } = changeAnnotation(before, changes, 1);
        const { modifiedAt = 0 } = before;
        const back = changeAnnotation(after, inverse, modifiedAt).after;
        expect(back).toEqual(before);
      },
    ),
  );
});

test("merging spans all, keeps the first one's colour and every comment and tag once", () => {
  const base = fc.sample(annotation, 1)[0] as Annotation;
  const merged = mergeAnnotations([
    {
      annotation: { ...base, colour: "rose", comment: "b", tags: ["x", "y"] },
      range: { start: 9, end: 30 },
    },
    {
      annotation: { ...base, colour: "blue", comment: "a", tags: ["x"] },
      range: { start: 2, end: 12 },
    },
  ]);
  expect(merged).toEqual({
    range: { start: 2, end: 30 },
    content: { colour: "blue", comment: "a\n\nb", tags: ["x", "y"] },
  });
});

test("a split leaves two ranges without the space at the cut, or none", () => {
  const text = "one two";
  const whole = { start: 0, end: 7 };
  expect(splitRange(text, whole, 3)).toEqual([
    { start: 0, end: 3 },
    { start: 4, end: 7 },
  ]);
  expect(splitRange(text, whole, 0)).toBeUndefined();
  expect(splitRange("one  ", { start: 0, end: 5 }, 4)).toBeUndefined();
});
