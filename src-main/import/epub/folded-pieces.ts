const RUN = /[ \t\n\r\f]{2}/u;

/**
 * Calls back with what of a text stands in its folded form, in order: all of it but what follows the first sign of each
 * run of white space. Where white space is kept, only a carriage return before a line feed goes. `at` is where a piece
 * begins in the folded text, `raw` where it begins in the text itself.
 */
export function eachFoldedPiece(
  text: string,
  isKept: boolean,
  tell: (at: number, raw: number, length: number) => void,
): void {
  let [at, raw] = [0, 0];
  if (isKept ? text.includes("\r\n") : RUN.test(text)) {
    const runs = isKept ? /\r\n/gu : /[ \t\n\r\f]{2,}/gu;
    for (let run = runs.exec(text); run; run = runs.exec(text)) {
      const length = run.index + 1 - raw;
      tell(at, raw, length);
      at += length;
      raw = run.index + run[0].length;
    }
  }
  tell(at, raw, text.length - raw);
}
