import {
  annotationsMarkdown,
  type WrittenAnnotation,
} from "#domain/annotation/annotations-markdown";
import { parseMarkdown } from "#domain/text/parse-markdown";
import fc from "fast-check";
import { expect, test } from "vitest";

const made = (changes: Partial<WrittenAnnotation>): WrittenAnnotation => ({
  quote: "A letter of thanks is not an offer.",
  comment: "",
  tags: [],
  colour: "yellow",
  isBookmark: false,
  isOrphan: false,
  ...changes,
});
const nameOf = (): string => "claim";
const write = (...annotations: WrittenAnnotation[]): string =>
  annotationsMarkdown(
    [
      {
        id: "brief",
        title: "A brief",
        reference: "Example, A. (2009). A brief.",
        annotations,
      },
    ],
    nameOf,
  );

test("each quotation comes with its colour's name, page, tags and comment, under its item's reference", () => {
  expect(
    write(
      made({
        page: "12",
        tags: ["CSTO", "to check"],
        comment: "Compare *this*.",
      }),
      made({ quote: "Formal\ncontacts", isBookmark: true, isOrphan: true }),
    ),
  ).toBe(`# A brief

Example, A. (2009). A brief. [item](urn:aide:item:brief)

> A letter of thanks is not an offer.
>
> — claim · p. 12 · #CSTO · #to-check

Compare *this*.

> Formal
> contacts
>
> — bookmark · not found in the text any more
`);
});

test("whatever a text says, its quotation stays a quotation with its words", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(
        /^[a-z#*_[\]()<>`~|0-9.+=-][a-z#*_[\]()<>`~|0-9. +=!-]{0,40}[a-z0-9]$/u,
      ),
      (quote) => {
        const { blocks, text } = parseMarkdown(write(made({ quote })));
        const quotations = blocks.filter(({ kind }) => kind === "quotation");
        expect(
          quotations
            .map(({ start, end }) =>
              text.slice(start, end).replace(/\s+/gu, " "),
            )
            .join(" "),
        ).toContain(quote.replace(/\s+/gu, " "));
        expect(blocks.filter(({ kind }) => kind === "heading")).toHaveLength(1);
      },
    ),
  );
});
