import type { StructuredText } from "#domain/text/blocks";
import { TextWriter } from "#domain/text/text-writer";
import type { Piece } from "./piece";

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"“”]+[^\s<>"“”.,;:!?)\]}'’]/giu;

/** Writes the blocks of a text; addresses in it become links. */
export function writePieces(
  pieces: readonly Piece[],
  version: number,
): StructuredText {
  const to = new TextWriter();
  for (const piece of pieces) {
    const { kind, level, number, rows, lines } = piece;
    if (kind === "table" && rows) {
      const page = lines[0]?.page;
      if (page !== undefined) to.page(page);
      to.table(
        rows.map((row) =>
          row.map((cell) => ({
            isHeader: false,
            fill: () => writeLinked(to, cell),
          })),
        ),
      );
      continue;
    }
    to.block(
      kind,
      {
        ...(level === undefined ? {} : { level }),
        ...(number === undefined ? {} : { number }),
      },
      () => writePaged(to, piece),
    );
  }
  return to.finish(version);
}

function writePaged(to: TextWriter, { text, pages }: Piece): void {
  let from = 0;
  for (const { label, offset } of pages) {
    writeLinked(to, text.slice(from, offset));
    to.page(label);
    from = offset;
  }
  writeLinked(to, text.slice(from));
}

function writeLinked(to: TextWriter, text: string): void {
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const [address] = match;
    const target = /^www\./iu.test(address) ? `http://${address}` : address;
    to.write(text.slice(from, match.index));
    to.mark("link", () => to.write(address), target);
    from = match.index + address.length;
  }
  to.write(text.slice(from));
}
