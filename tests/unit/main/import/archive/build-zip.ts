import { crc32, deflateRawSync } from "node:zlib";

/** An entry as it is to be written; whatever is left out is true to the data. */
export interface ZipEntry {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array | string;
  /** The bytes as stored, instead of the packed data. */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly madeBy?: number;
  readonly attributes?: number;
  readonly extra?: Uint8Array;
  readonly localName?: string;
  readonly localNameLength?: number;
  readonly localSignature?: number;
  /** Where the directory says that the entry begins. */
  readonly offset?: number;
}

/** Lies of the archive itself. */
export interface ZipLies {
  readonly prefix?: Uint8Array;
  readonly entryCount?: number;
  readonly directoryOffset?: number;
  readonly directorySignature?: number;
  readonly disk?: number;
  readonly comment?: Uint8Array;
  readonly commentLength?: number;
  /** Bytes between the directory and its end record, such as the records of ZIP64. */
  readonly beforeEnd?: (directoryOffset: number, at: number) => Uint8Array;
}

const UTF8 = 0x800;

/** Writes a ZIP archive by hand, so that every field may lie. PKWARE APPNOTE 6.3.10, 4.3. */
export function buildZip(
  entries: readonly ZipEntry[],
  lies: ZipLies = {},
): Uint8Array {
  const parts: Uint8Array[] = [lies.prefix ?? new Uint8Array()];
  let at = parts[0]?.length ?? 0;
  const push = (part: Uint8Array): void => {
    parts.push(part);
    at += part.length;
  };
  const directory: Uint8Array[] = [];
  for (const entry of entries) {
    const whole = complete(entry);
    directory.push(directoryHeader(whole, entry.offset ?? at, lies));
    push(localHeader(whole));
    push(whole.packed);
  }
  const directoryOffset = at;
  directory.forEach(push);
  const size = at - directoryOffset;
  if (lies.beforeEnd) push(lies.beforeEnd(directoryOffset, at));
  push(
    endRecord(
      lies.entryCount ?? entries.length,
      size,
      lies.directoryOffset ?? directoryOffset,
      lies,
    ),
  );
  return Buffer.concat(parts);
}

/** Little-endian numbers, each `[bytes, value]`. */
export function numbers(
  ...fields: readonly (readonly [2 | 4 | 8, number | bigint])[]
): Buffer {
  const out = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 8) out.writeBigUInt64LE(BigInt(value), at);
    else out.writeUIntLE(Number(value), at, width);
    at += width;
  }
  return out;
}

interface WholeEntry {
  readonly entry: ZipEntry;
  readonly name: Uint8Array;
  readonly packed: Uint8Array;
  readonly common: Buffer;
}

function complete(entry: ZipEntry): WholeEntry {
  const data = Buffer.from(entry.data ?? "");
  const method = entry.method ?? (entry.packed ? 8 : 0);
  const packed = entry.packed ?? (method === 8 ? deflateRawSync(data) : data);
  const common = numbers(
    [2, entry.flags ?? UTF8],
    [2, method],
    [4, 0],
    [4, entry.crc ?? crc32(data)],
    [4, entry.packedSize ?? packed.length],
    [4, entry.size ?? data.length],
  );
  return { entry, name: Buffer.from(entry.name), packed, common };
}

function localHeader({ entry, name, common }: WholeEntry): Uint8Array {
  const own = entry.localName ? Buffer.from(entry.localName) : name;
  return Buffer.concat([
    numbers([4, entry.localSignature ?? 0x04034b50], [2, 20]),
    common,
    numbers([2, entry.localNameLength ?? own.length], [2, 0]),
    own,
  ]);
}

function directoryHeader(
  { entry, name, common }: WholeEntry,
  offset: number,
  lies: ZipLies,
): Uint8Array {
  const extra = entry.extra ?? new Uint8Array();
  return Buffer.concat([
    numbers(
      [4, lies.directorySignature ?? 0x02014b50],
      [2, entry.madeBy ?? 20],
      [2, 20],
    ),
    common,
    numbers([2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0]),
    numbers([4, entry.attributes ?? 0], [4, offset]),
    name,
    extra,
  ]);
}

function endRecord(
  count: number,
  size: number,
  offset: number,
  lies: ZipLies,
): Uint8Array {
  const comment = lies.comment ?? new Uint8Array();
  return Buffer.concat([
    numbers([4, 0x06054b50], [2, lies.disk ?? 0], [2, 0]),
    numbers([2, Math.min(count, 0xffff)], [2, Math.min(count, 0xffff)]),
    numbers([4, size], [4, offset], [2, lies.commentLength ?? comment.length]),
    comment,
  ]);
}
