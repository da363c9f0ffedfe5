import { deflateRawSync } from "node:zlib";
import { buildZip, numbers, type ZipEntry, type ZipLies } from "./build-zip";
import type { HostileArchive } from "./hostile-archives";

const DAMAGED_ON_OPENING = { opening: "damaged-file" } as const;
const DAMAGED_ON_READING = { reading: "damaged-file" } as const;
const UNSAFE_ON_OPENING = { opening: "archive-unsafe" } as const;
const GOOD: ZipEntry = { name: "a.txt", data: "good ".repeat(100), method: 8 };
const HUGE = 2n ** 60n;

/** Archives whose structure is broken or lies. */
export const STRUCTURES: readonly HostileArchive[] = [
  whole("nothing at all", () => new Uint8Array()),
  whole("four bytes", () => Buffer.from("PK\x03\x04")),
  whole("an end record cut short", () => buildZip([]).subarray(0, 21)),
  whole("cut in its first entry", () => buildZip([GOOD]).subarray(0, 40)),
  whole("cut in its directory", () => buildZip([GOOD]).subarray(0, -30)),
  whole("its first half only", () => cut(buildZip([GOOD, GOOD, GOOD]), 0.5)),
  whole("its second half only", () =>
    buildZip([GOOD, GOOD, GOOD]).subarray(80),
  ),
  whole("signatures only", () => Buffer.from("PK\x05\x06".repeat(20_000))),
  {
    title: "an empty archive",
    make: () => buildZip([]),
    ends: { names: [] },
  },
  lying("a comment that is longer than told", {
    comment: Buffer.from("xx"),
    commentLength: 1,
  }),
  lying("a comment that is shorter than told", { commentLength: 9 }),
  lying("many disks", { disk: 3 }),
  lying("a directory before its place", { directoryOffset: 0 }),
  lying("a directory beyond the end", { directoryOffset: 0xfffffff0 }),
  lying("a wrong directory signature", { directorySignature: 0x01020304 }),
  lying("more entries told than there are", { entryCount: 9 }),
  lying("junk before the first entry", {
    prefix: Buffer.alloc(99),
    directoryOffset: 30,
  }),
  {
    title: "65,535 entries told and one there",
    make: () => buildZip([GOOD], { entryCount: 65_535 }),
    ends: UNSAFE_ON_OPENING,
  },
  {
    title: "fewer entries told than there are",
    make: () =>
      buildZip([GOOD, { name: "hidden", data: "x" }], { entryCount: 1 }),
    ends: { names: ["a.txt"] },
  },
  {
    title: "an archive in the comment",
    make: () => buildZip([GOOD], { comment: buildZip([{ name: "../b" }]) }),
    ends: DAMAGED_ON_OPENING,
  },
  ...entry("a wrong checksum", { crc: 1 }, DAMAGED_ON_READING),
  ...entry("a size too large by one", { size: 501 }, DAMAGED_ON_READING),
  ...entry(
    "a size too small by one",
    { size: 499 },
    { reading: "archive-unsafe" },
  ),
  ...entry(
    "data that is no deflate",
    { packed: Buffer.alloc(99, 0xff) },
    DAMAGED_ON_READING,
  ),
  ...entry(
    "deflate that breaks off",
    { packed: cut(deflateRawSync(Buffer.from("good ".repeat(100))), 0.6) },
    DAMAGED_ON_READING,
  ),
  ...entry(
    "a size of nothing for something stored",
    { size: 0, method: 0 },
    DAMAGED_ON_OPENING,
  ),
  ...entry(
    "data longer than the archive",
    { packedSize: 0x7fffffff },
    DAMAGED_ON_OPENING,
  ),
  ...entry(
    "a header beyond the end",
    { offset: 0xfffffff0 },
    DAMAGED_ON_OPENING,
  ),
  ...entry(
    "a header that is none",
    { localSignature: 0x01020304 },
    DAMAGED_ON_OPENING,
  ),
  ...entry(
    "a local name longer than the archive",
    { localNameLength: 65_535 },
    DAMAGED_ON_OPENING,
  ),
  ...entry(
    "an extra field that overflows",
    { extra: numbers([2, 0x7075], [2, 500]) },
    DAMAGED_ON_OPENING,
  ),
  ...entry("encryption", { flags: 0x801 }, { reading: "archive-unsafe" }),
  ...entry("strong encryption", { flags: 0x841 }, DAMAGED_ON_OPENING),
  ...[1, 6, 9, 12, 14, 93, 95, 98, 99].flatMap((method) =>
    entry(`compression method ${method}`, { method }, DAMAGED_ON_READING),
  ),
  ...entry(
    "a ZIP64 size without its field",
    { packedSize: 0xffffffff, extra: numbers([2, 1], [2, 0]) },
    DAMAGED_ON_OPENING,
  ),
  ...entry(
    "a ZIP64 packed size of an exabyte",
    { packedSize: 0xffffffff, extra: numbers([2, 1], [2, 8], [8, HUGE]) },
    DAMAGED_ON_OPENING,
  ),
  ...entry(
    "a ZIP64 size of an exabyte",
    { size: 0xffffffff, extra: numbers([2, 1], [2, 8], [8, HUGE]) },
    UNSAFE_ON_OPENING,
  ),
  ...entry(
    "a ZIP64 header an exabyte away",
    { offset: 0xffffffff, extra: numbers([2, 1], [2, 8], [8, HUGE]) },
    DAMAGED_ON_OPENING,
  ),
  zip64("a ZIP64 record that is not there", DAMAGED_ON_OPENING, () =>
    locator(5),
  ),
  zip64("a ZIP64 record beyond the end", DAMAGED_ON_OPENING, () =>
    locator(HUGE),
  ),
  zip64("2^64 - 1 entries", UNSAFE_ON_OPENING, (start, at) =>
    record(2n ** 64n - 1n, start, at),
  ),
  zip64("a ZIP64 directory an exabyte away", DAMAGED_ON_OPENING, (_, at) =>
    record(1, HUGE, at),
  ),
];

function whole(title: string, make: () => Uint8Array): HostileArchive {
  return { title, make, ends: DAMAGED_ON_OPENING };
}

function lying(title: string, lies: ZipLies): HostileArchive {
  return whole(title, () => buildZip([GOOD], lies));
}

function entry(
  title: string,
  lies: Partial<ZipEntry>,
  ends: HostileArchive["ends"],
): HostileArchive[] {
  return [{ title, make: () => buildZip([{ ...GOOD, ...lies }]), ends }];
}

function zip64(
  title: string,
  ends: HostileArchive["ends"],
  beforeEnd: NonNullable<ZipLies["beforeEnd"]>,
): HostileArchive {
  return { title, make: () => buildZip([GOOD], { beforeEnd }), ends };
}

function record(
  count: number | bigint,
  directory: number | bigint,
  at: number,
): Uint8Array {
  const fields = numbers(
    [4, 0x06064b50],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, 0],
    [8, directory],
  );
  return Buffer.concat([fields, locator(at)]);
}

function locator(recordAt: number | bigint): Uint8Array {
  return numbers([4, 0x07064b50], [4, 0], [8, recordAt], [4, 1]);
}

function cut(bytes: Uint8Array, share: number): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length * share));
}
