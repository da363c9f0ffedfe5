import { inflateRawSync } from "node:zlib";

/** What the directory of a ZIP archive says it holds; enough to tell what kind of document it is. */
export interface ZipListing {
  /** At most `MOST_NAMES`, with forward slashes. */
  readonly names: readonly string[];
  /** The text of an entry named `mimetype` (EPUB and OpenDocument name themselves so). */
  readonly mimetype?: string;
}

const MOST_NAMES = 2_000;
/** A MIME type is short; an entry that unpacks to more is none. */
const LONGEST_MIMETYPE = 256;
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** The record's 22 bytes and the longest comment after it (APPNOTE.TXT 4.3.16). */
const END_REACH = 22 + 0xffff;

interface Entry {
  readonly name: string;
  readonly localStart: number;
  readonly packedBytes: number;
}

/** Reads the names of a ZIP archive without unpacking it; of a broken archive, those that can be read. */
export function listZipNames(bytes: Uint8Array): ZipListing {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed = readDirectory(view);
  const entries = listed.length > 0 ? listed : readLocalHeaders(view);
  const own = entries.find(({ name }) => name.trim() === "mimetype");
  const mimetype = own && readMimetype(view, own);
  return {
    names: entries.map(({ name }) => name),
    ...(mimetype ? { mimetype } : {}),
  };
}

function readDirectory(view: Buffer): Entry[] {
  const end = findEnd(view);
  if (end === undefined) return [];
  const entries: Entry[] = [];
  let at = view.readUInt32LE(end + 16);
  while (
    entries.length < MOST_NAMES &&
    at + 46 <= view.length &&
    view.readUInt32LE(at) === CENTRAL_HEADER
  ) {
    const nameBytes = view.readUInt16LE(at + 28);
    entries.push({
      name: nameAt(view, at + 46, nameBytes),
      localStart: view.readUInt32LE(at + 42),
      packedBytes: view.readUInt32LE(at + 20),
    });
    at +=
      46 + nameBytes + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(view: Buffer): number | undefined {
  const lowest = Math.max(0, view.length - END_REACH);
  for (let at = view.length - 22; at >= lowest; at -= 1)
    if (view.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  return undefined;
}

/** A broken-off archive has lost its directory, but each entry still begins with its name. */
function readLocalHeaders(view: Buffer): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  while (
    entries.length < MOST_NAMES &&
    at + 30 <= view.length &&
    view.readUInt32LE(at) === LOCAL_HEADER
  ) {
    const packedBytes = view.readUInt32LE(at + 18);
    const nameBytes = view.readUInt16LE(at + 26);
    const name = nameAt(view, at + 30, nameBytes);
    entries.push({ name, localStart: at, packedBytes });
    at += 30 + nameBytes + view.readUInt16LE(at + 28) + packedBytes;
  }
  return entries;
}

function readMimetype(view: Buffer, entry: Entry): string | undefined {
  const at = entry.localStart;
  if (at + 30 > view.length || view.readUInt32LE(at) !== LOCAL_HEADER)
    return undefined;
  const start =
    at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
  const packed = view.subarray(start, start + entry.packedBytes);
  if (packed.length > LONGEST_MIMETYPE) return undefined;
  try {
    const isStored = view.readUInt16LE(at + 8) === 0;
    const plain = isStored
      ? packed
      : inflateRawSync(packed, { maxOutputLength: LONGEST_MIMETYPE });
    return plain.toString("latin1").trim().toLowerCase();
  } catch {
    // Broken or overlong: the archive does not name itself.
    return undefined;
  }
}

function nameAt(view: Buffer, start: number, length: number): string {
  return view
    .toString("utf8", start, Math.min(view.length, start + length))
    .replaceAll("\\", "/");
}
