/** One part of a MIME message (RFC 2045, 2046), with its body decoded to bytes. */
export interface MimePart {
  /** In lower case, without parameters: "text/html". */
  readonly type: string;
  readonly charset?: string | undefined;
  /** Without its angle brackets. */
  readonly id?: string | undefined;
  readonly location?: string | undefined;
  readonly bytes: Uint8Array;
}

/** A message: what its own headers say, and its parts, those of parts within parts among them. */
export interface MimeMessage {
  readonly headers: ReadonlyMap<string, string>;
  /** The id of the part that begins it, where the message names one. */
  readonly start?: string | undefined;
  readonly parts: readonly MimePart[];
}

const DEEPEST = 8;
const MOST_PARTS = 10_000;
const MOST_HEADER_BYTES = 256 * 1024;

/** Takes a message apart. Time grows with its size only; what is broken ends as parts that are missing or short. */
export function readMultipart(bytes: Uint8Array): MimeMessage {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const { headers, body } = splitHeaders(whole);
  const parts: MimePart[] = [];
  collect(headers, body, 0, parts);
  const start = parameterOf(headers.get("content-type"), "start");
  return { headers, start: start && withoutBrackets(start), parts };
}

function collect(
  headers: ReadonlyMap<string, string>,
  body: Buffer,
  depth: number,
  parts: MimePart[],
): void {
  const contentType = headers.get("content-type");
  const type =
    (contentType ?? "text/plain").split(";")[0]?.trim().toLowerCase() ?? "";
  const boundary = parameterOf(contentType, "boundary");
  if (type.startsWith("multipart/") && boundary !== undefined) {
    if (depth >= DEEPEST) return;
    for (const piece of piecesOf(body, boundary)) {
      if (parts.length >= MOST_PARTS) return;
      const inner = splitHeaders(piece);
      collect(inner.headers, inner.body, depth + 1, parts);
    }
    return;
  }
  const id = headers.get("content-id");
  parts.push({
    type,
    charset: parameterOf(contentType, "charset"),
    id: id && withoutBrackets(id),
    location: headers.get("content-location")?.replace(/\s+/gu, ""),
    bytes: decodeBody(body, headers.get("content-transfer-encoding")),
  });
}

function piecesOf(body: Buffer, boundary: string): Buffer[] {
  const mark = Buffer.from(`--${boundary}`, "latin1");
  const pieces: Buffer[] = [];
  let from = -1;
  let at = body.indexOf(mark);
  while (at >= 0 && pieces.length < MOST_PARTS) {
    const after = at + mark.length;
    if (!isLineStart(body, at) || !isLineRest(body, after)) {
      at = body.indexOf(mark, after);
      continue;
    }
    if (from >= 0) pieces.push(body.subarray(from, lineEndBefore(body, at)));
    if (body.toString("latin1", after, after + 2) === "--") return pieces;
    const line = body.indexOf(10, after);
    from = line < 0 ? body.length : line + 1;
    at = body.indexOf(mark, from);
  }
  // A message that breaks off before its last mark still holds what came so far.
  if (from >= 0 && from < body.length) pieces.push(body.subarray(from));
  return pieces;
}

function isLineStart(body: Buffer, at: number): boolean {
  return at === 0 || body[at - 1] === 10;
}

/** After a boundary comes the end of the line, or the two hyphens of the last one: else it is a longer boundary. */
function isLineRest(body: Buffer, after: number): boolean {
  return /^(?:--|[ \t]*(?:\r?\n|$))/u.test(
    body.toString("latin1", after, after + 80),
  );
}

function lineEndBefore(body: Buffer, at: number): number {
  const end = body[at - 1] === 10 ? at - 1 : at;
  return body[end - 1] === 13 ? end - 1 : end;
}

function splitHeaders(bytes: Buffer): {
  headers: Map<string, string>;
  body: Buffer;
} {
  const ends = [bytes.indexOf("\r\n\r\n"), bytes.indexOf("\n\n")].filter(
    (end) => end >= 0 && end <= MOST_HEADER_BYTES,
  );
  // A part without headers begins with the empty line that ends them.
  const empty = /^\r?\n/u.exec(bytes.toString("latin1", 0, 2));
  if (empty)
    return { headers: new Map(), body: bytes.subarray(empty[0].length) };
  if (ends.length === 0) return { headers: new Map(), body: bytes };
  const end = Math.min(...ends);
  const headers = new Map<string, string>();
  const lines = bytes
    .toString("utf8", 0, end)
    .replace(/\r?\n[ \t]+/gu, " ")
    .split(/\r?\n/u);
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name))
      headers.set(name, line.slice(colon + 1).trim());
  }
  const gap = bytes[end] === 13 ? 4 : 2;
  return { headers, body: bytes.subarray(end + gap) };
}

function parameterOf(
  header: string | undefined,
  name: string,
): string | undefined {
  const match = new RegExp(
    `;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`,
    "iu",
  ).exec(header ?? "");
  return match?.[1] ?? match?.[2];
}

function withoutBrackets(id: string): string {
  return id.trim().replace(/^<|>$/gu, "");
}

function decodeBody(body: Buffer, encoding: string | undefined): Uint8Array {
  switch (encoding?.trim().toLowerCase()) {
    case "base64":
      return Buffer.from(body.toString("latin1"), "base64");
    case "quoted-printable":
      return decodeQuotedPrintable(body);
    default:
      return body;
  }
}

/** RFC 2045, section 6.7; an equals sign that begins no code stays as it is. */
function decodeQuotedPrintable(body: Buffer): Uint8Array {
  const decoded = Buffer.alloc(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte !== 0x3d) {
      decoded[length++] = byte;
      continue;
    }
    const [first, second] = [body[at + 1], body[at + 2]];
    if (first === 10) at += 1;
    else if (first === 13 && second === 10) at += 2;
    else {
      const code = hexValue(first) * 16 + hexValue(second);
      if (Number.isNaN(code)) decoded[length++] = byte;
      else {
        decoded[length++] = code;
        at += 2;
      }
    }
  }
  return decoded.subarray(0, length);
}

function hexValue(byte: number | undefined): number {
  return byte === undefined
    ? Number.NaN
    : Number.parseInt(String.fromCharCode(byte), 16);
}
