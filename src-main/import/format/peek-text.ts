/** How far a file is looked into to tell what kind of text it is. */
const REACH = 64 * 1024;
/** Share of control characters over which bytes are no text: old encodings have a stray one, packed bytes a tenth. */
const MOST_CONTROLS = 0.005;

/**
 * The beginning of a file as text, for telling formats apart; `undefined` when the bytes are no text. UTF-8 and UTF-16
 * are read as such, older encodings letter by letter: signs of a format are ASCII in all of them.
 */
export function peekText(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, REACH);
  const encoding = utf16Of(head);
  if (encoding) return new TextDecoder(encoding).decode(head);
  if (hasBinarySigns(head)) return undefined;
  try {
    // `stream` lets a letter that the reach cut in two go.
    return new TextDecoder("utf-8", { fatal: true }).decode(head, {
      stream: true,
    });
  } catch {
    return new TextDecoder("latin1").decode(head);
  }
}

function utf16Of(head: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const pairs = Math.max(1, head.length / 2);
  // Latin text in UTF-16 has its zeros on one side of each pair, and nearly everywhere there.
  if (odd / pairs > 0.7 && even / pairs < 0.05) return "utf-16le";
  if (even / pairs > 0.7 && odd / pairs < 0.05) return "utf-16be";
  return undefined;
}

function hasBinarySigns(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    const isLineOrShift =
      (byte >= 0x07 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b;
    if ((byte < 0x20 && !isLineOrShift) || byte === 0x7f) controls += 1;
  }
  return controls / Math.max(1, head.length) > MOST_CONTROLS;
}
