import type { HitGroup, NameHit } from "#domain/search/hit";
import { withoutRepeats } from "#domain/search/without-repeats";
import { expect, test } from "vitest";

const name = (kind: NameHit["kind"], id: string): NameHit => ({
  kind,
  id,
  title: id,
  titleMarks: [],
  detail: "",
  score: 1,
});

const group = (
  kind: HitGroup["kind"],
  id: string,
  marks: HitGroup["titleMarks"] = [],
): HitGroup => ({
  kind,
  id,
  title: id,
  titleMarks: [],
  detail: "",
  score: 1,
  hits: [
    {
      id: `${kind}/${id}#0`,
      heading: "",
      headingMarks: [],
      score: 1,
      target: { start: 0, end: 0 },
      snippet: {
        text: "Secretary General",
        marks,
        offset: 0,
        isCutBefore: false,
        isCutAfter: false,
      },
    },
  ],
});

test("an actor who stands among the names is shown a second time only for what else answers", () => {
  const names = [name("actor", "fogh"), name("issue", "treaty")];
  const mark = [{ start: 0, end: 9 }];
  const groups = [
    group("actor", "fogh"),
    group("actor", "bordyuzha"),
    group("issue", "treaty", mark),
    group("position", "fogh"),
  ];
  expect(
    withoutRepeats({ names, groups }).map(({ kind, id }) => `${kind} ${id}`),
  ).toEqual(["actor bordyuzha", "issue treaty", "position fogh"]);
  expect(withoutRepeats({ names: [], groups })).toEqual(groups);
});
