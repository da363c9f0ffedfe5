import { anchor, describe } from "#domain/text/anchor";
import { withEdges } from "#domain/text/with-edges";
import { expect, test } from "vitest";

const OPENING =
  "The ministers met in the morning, and the press was told nothing at all.";
const TWIN =
  "The text was agreed without a vote, and nobody asked for the floor.";
const CLOSING = "They parted before noon and left the rest to their deputies.";

function selectorsOf(
  text: string,
  words: string,
  from = 0,
): ReturnType<typeof describe> {
  const start = text.indexOf(words, from);
  return describe(text, { start, end: start + words.length });
}

test("a paragraph that moved away is not taken for its copy that came to stand in its place", () => {
  const longer = `Later: ${TWIN}`;
  const text = [OPENING, TWIN, longer, CLOSING].join("\n\n");
  const moved = [OPENING, longer, CLOSING, TWIN].join("\n\n");
  const selectors = selectorsOf(text, "agreed without a vote");
  const found = anchor(moved, selectors);
  expect([moved.lastIndexOf("agreed"), undefined]).toContain(
    found.state === "orphan" ? undefined : found.start,
  );
});

test("a few words whose like stands elsewhere are found by all of their context when only white space changed", () => {
  const text = `${OPENING}\n\nAt the end of 2014 no one had answered the letter of the council.\n\n${CLOSING}\n\nBy the end of it the room was empty.`;
  const selectors = selectorsOf(text, "the end of");
  const changed = text.replaceAll(" ", "  ");
  expect(anchor(changed, selectors)).toMatchObject({
    state: "moved",
    start: changed.indexOf("the  end  of"),
  });
});

test("a passage in which words were changed is not taken for its unchanged copy far away", () => {
  const filler = `${CLOSING} `.repeat(12);
  const text = [TWIN, filler, OPENING, TWIN].join("\n\n");
  const selectors = selectorsOf(text, "agreed without a vote, and nobody", 200);
  const changed = [
    TWIN,
    filler,
    OPENING,
    TWIN.replace("without a vote", "by all governments").replace(
      "nobody",
      "someone",
    ),
  ].join("\n\n");
  const found = anchor(changed, selectors);
  if (found.state !== "orphan")
    expect(found.start).toBeGreaterThan(filler.length);
});

test.each([
  ["(yes) . . .", "“yes”, (yes)\n. . . and", "yes)\n. . ."],
  ["— yes.", "so —\n yes. And", "—\n yes."],
  ["yes!", "yes, and", "yes"],
  ["😀yes", "x😀yes", "😀yes"],
])(
  "the signs of “%s” are taken in as far as they stand there",
  (exact, text, expected) => {
    const start = text.lastIndexOf("yes");
    const range = withEdges(text, { start, end: start + 3 }, exact);
    expect(text.slice(range.start, range.end)).toContain(expected);
  },
);
