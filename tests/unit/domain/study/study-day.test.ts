import { studyDayOf } from "#domain/study/study-day";
import fc from "fast-check";
import { expect, test } from "vitest";

const iso = (time: number): string => new Date(time).toISOString();

test("an hour before four in the morning belongs to the day before", () => {
  const late = studyDayOf(Date.parse("2026-11-24T03:59:59.999Z"), 0);
  expect([iso(late.startsAt), iso(late.endsAt)]).toEqual([
    "2026-11-23T04:00:00.000Z",
    "2026-11-24T03:59:59.999Z",
  ]);
  expect(iso(studyDayOf(Date.parse("2026-11-24T04:00:00Z"), 0).startsAt)).toBe(
    "2026-11-24T04:00:00.000Z",
  );
});

test("four in the morning is that of the place", () => {
  expect(iso(studyDayOf(Date.parse("2026-11-24T03:00:00Z"), 60).startsAt)).toBe(
    "2026-11-24T03:00:00.000Z",
  );
  expect(
    iso(studyDayOf(Date.parse("2026-11-24T08:59:00Z"), -300).startsAt),
  ).toBe("2026-11-23T09:00:00.000Z");
});

test("every time lies in its own day, which is one day long", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4e12 }),
      fc.integer({ min: -720, max: 840 }),
      (now, offset) => {
        const { startsAt, endsAt } = studyDayOf(now, offset);
        expect(startsAt <= now && now <= endsAt).toBe(true);
        expect(endsAt - startsAt).toBe(86_400_000 - 1);
      },
    ),
  );
});
