import { crc32 } from "#domain/crc32";
import {
  formatLogLine,
  isKnownLine,
  parseLogLine,
  type LogLine,
} from "#domain/study/review-log";
import fc from "fast-check";
import { expect, test } from "vitest";

const sealed = (body: string): string => `${body},"x":"${crc32(body)}"}`;
const text = fc.string({ unit: "binary" });
const head = {
  v: fc.constant(1 as const),
  id: text,
  n: fc.nat(),
  tz: fc.integer({ min: -720, max: 840 }),
};
const time = fc
  .date({
    min: new Date("1970-01-01"),
    max: new Date("2200-01-01"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());
const review = fc.record({
  ...head,
  t: time,
  k: fc.constant("review" as const),
  card: text,
  r: fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4),
  ms: fc.nat(),
  p: text,
  iv: fc.nat(),
  s: fc
    .double({ noNaN: true, min: 0, max: 1e5, noDefaultInfinity: true })
    .map((value) => value + 0),
  d: fc.double({ noNaN: true, min: 1, max: 10 }),
});
const undo = fc.record({
  ...head,
  t: time,
  k: fc.constant("undo" as const),
  of: text,
});

test("any line is read as it was written", () => {
  fc.assert(
    fc.property(fc.oneof(review, undo), (line: LogLine) => {
      const written = formatLogLine(line);
      expect(written).not.toContain("\n");
      const read = parseLogLine(written);
      expect(read).toMatchObject({ ok: true, value: { ...line } });
      expect(read.ok && isKnownLine(read.value)).toBe(true);
    }),
  );
});

const BODY =
  '{"v":1,"id":"r1","n":1,"t":"2026-01-01T00:00:00.000Z","tz":0,"k":"review","card":"a","r":3';

test.each([
  ["not-json", ""],
  ["not-json", "{half"],
  ["not-json", "\u0000\u0000"],
  ["bad-checksum", `${BODY}}`],
  ["bad-checksum", `${BODY},"x":"00000000"}`],
  ["bad-checksum", sealed(BODY).replace('"r":3', '"r":4')],
  ["bad-checksum", "42"],
  ["bad-shape", sealed(BODY.replace('"r":3', '"r":5'))],
  ["bad-shape", sealed(BODY.replace('"r":3', '"r":"3"'))],
  ["bad-shape", sealed(BODY.replace('"n":1', '"n":-1'))],
  ["bad-shape", sealed(BODY.replace('"n":1', '"n":1.5'))],
  ["bad-shape", sealed(BODY.replace('"id":"r1"', '"id":7'))],
  ["bad-shape", sealed(BODY.replace("2026-01-01T00:00:00.000Z", "yesterday"))],
  ["bad-shape", sealed(BODY.replace('"card":"a",', ""))],
  [
    "bad-shape",
    sealed(
      '{"v":1,"id":"u1","n":1,"t":"2026-01-01T00:00:00.000Z","tz":0,"k":"undo"',
    ),
  ],
])("the fault %s is told for %s", (fault, line) => {
  expect(parseLogLine(line)).toEqual({ ok: false, failure: fault });
});

test("a line of an unknown kind is kept and not taken for a known one", () => {
  const read = parseLogLine(
    sealed('{"v":2,"id":"s","n":9,"k":"suspend","card":"a"'),
  );
  expect(read).toEqual({ ok: true, value: { k: "suspend", id: "s", n: 9 } });
  expect(read.ok && isKnownLine(read.value)).toBe(false);
});

test("unknown fields of a known kind do no harm", () => {
  expect(parseLogLine(sealed(`${BODY},"later":{"deep":[1]}`)).ok).toBe(true);
});
