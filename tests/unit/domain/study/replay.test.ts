import { replay, type DeviceLine } from "#domain/study/replay";
import {
  formatLogLine,
  isKnownLine,
  parseLogLine,
  type LogLine,
} from "#domain/study/review-log";
import { createScheduler } from "#domain/study/scheduler";
import { crc32 } from "#domain/crc32";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const START = Date.parse("2026-01-01T00:00:00Z");
const review = fc
  .record({
    card: fc.constantFrom("a", "b", "c"),
    r: fc.constantFrom(1, 2, 3, 4),
    at: fc.nat(400 * 86_400),
    device: fc.constantFrom("x", "y"),
  })
  .map(({ card, r, at, device }) => ({
    card,
    r: r as 1 | 2 | 3 | 4,
    t: new Date(START + at * 1000).toISOString(),
    device,
  }));

function toLines(
  reviews: readonly {
    card: string;
    r: 1 | 2 | 3 | 4;
    t: string;
    device: string;
  }[],
): DeviceLine[] {
  return reviews.map(({ card, r, t, device }, index) => ({
    device,
    line: {
      v: 1,
      k: "review",
      id: `r${index}`,
      n: index + 1,
      card,
      t,
      tz: 0,
      r,
      ms: 1,
      p: "p",
      iv: 0,
      s: 0,
      d: 0,
    },
  }));
}

test("the same logs in any order, and met twice, give the same memories", () => {
  fc.assert(
    fc.property(
      fc.array(review, { maxLength: 30 }),
      fc.infiniteStream(fc.nat()),
      (reviews, order) => {
        const lines = toLines(reviews);
        const expected = replay(lines, createScheduler());
        const shuffled = [...lines, ...lines.slice(0, 3)]
          .map((line) => ({ line, key: order.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ line }) => line);
        const got = replay(shuffled, createScheduler());
        expect(Object.fromEntries(got)).toEqual(Object.fromEntries(expected));
      },
    ),
    { numRuns: 50 },
  );
});

test("a review that was taken back does not count", () => {
  const lines = toLines([
    { card: "a", r: 3, t: "2026-01-01T00:00:00.000Z", device: "x" },
    { card: "b", r: 1, t: "2026-01-01T00:01:00.000Z", device: "x" },
  ]);
  const undo: LogLine = {
    v: 1,
    k: "undo",
    id: "u",
    n: 3,
    t: "2026-01-01T00:02:00.000Z",
    tz: 0,
    of: "r1",
  };
  expect([
    ...replay(
      [...lines, { device: "x", line: undo }],
      createScheduler(),
    ).keys(),
  ]).toEqual(["a"]);
});

describe("a log line", () => {
  const [one] = toLines([
    {
      card: "karte “ß” \ud83d\ude00",
      r: 2,
      t: "2026-01-01T00:00:00.000Z",
      device: "x",
    },
  ]);
  const text = formatLogLine((one as DeviceLine).line);

  test("is read as it was written", () => {
    expect(parseLogLine(text)).toEqual({
      ok: true,
      value: expect.objectContaining((one as DeviceLine).line) as unknown,
    });
  });

  test("with any letter changed is refused", () => {
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom("0", "x", '"', " "),
        (at, letter) => {
          if (text[at] === letter) return;
          expect(
            parseLogLine(text.slice(0, at) + letter + text.slice(at + 1)).ok,
          ).toBe(false);
        },
      ),
    );
  });

  test("of an unknown kind is kept and skipped", () => {
    const body = '{"v":1,"k":"suspend","id":"s1","n":4,"card":"a"';
    const read = parseLogLine(`${body},"x":"${crc32(body)}"}`);
    expect(read).toEqual({ ok: true, value: { k: "suspend", id: "s1", n: 4 } });
    expect(read.ok && isKnownLine(read.value)).toBe(false);
  });

  test("has the CRC-32 of the standard", () => {
    expect(crc32("123456789")).toBe("cbf43926");
  });
});
