import { crc32 } from "node:zlib";
import { buildZip, numbers, type ZipEntry } from "./build-zip";
import type { HostileArchive } from "./hostile-archives";

const SYMLINK = 0o120777;
const FIFO = 0o010644;
const CHARACTER_DEVICE = 0o020644;
const UNIX = (3 << 8) | 20;

/** Names that lead out of the archive, or end everything. */
const REFUSED: readonly string[] = [
  "../evil.txt",
  "a/../../evil.txt",
  "a/..",
  "..",
  " .. /evil.txt",
  "/etc/passwd",
  "C:\\Windows\\evil.dll",
  "C:/Windows/evil.dll",
  "c:evil.dll",
  "\\\\server\\share\\evil.dll",
  "a\\..\\evil.txt",
  "picture.png\0.exe",
];

/** Names that are dangerous on some systems only. */
const LEFT_OUT: readonly string[] = [
  "CON",
  "aux.txt",
  "folder/NUL.xhtml",
  "com1.",
  "LPT9 .txt",
  "a/prn/b.txt",
  "",
  "long/".repeat(13_000),
  "long/".repeat(13_000) + "x",
];

/** Names that look bad and are not, as long as no object is keyed by them. */
const HARMLESS: readonly string[] = [
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "__proto__/polluted",
  "toString",
  "...",
  ".hidden",
  "%2e%2e%2fevil.txt",
  "\u202egnp.exe",
  "console.log",
  "ＣＯＮ",
  "．．／evil",
];

export const NAMES: readonly HostileArchive[] = [
  ...REFUSED.map((name): HostileArchive => ({
    title: `the name ${JSON.stringify(name)}`,
    make: () => withOthers({ name, data: "evil" }),
    ends: { opening: "archive-unsafe" },
  })),
  ...LEFT_OUT.map((name): HostileArchive => ({
    title: `the name ${JSON.stringify(name.slice(0, 40))}`,
    make: () => withOthers({ name, data: "evil" }),
    ends: { names: ["first.txt", "last.txt"] },
  })),
  ...HARMLESS.map((name): HostileArchive => ({
    title: `the name ${JSON.stringify(name)}`,
    make: () => withOthers({ name, data: "good" }),
    ends: { names: ["first.txt", name, "last.txt"] },
  })),
  {
    title: "a NUL in a name of the old code page",
    make: () =>
      withOthers({ name: Buffer.from("a\0b"), data: "evil", flags: 0 }),
    ends: { opening: "archive-unsafe" },
  },
  {
    title: "a second, Unicode name that climbs out",
    make: () => withOthers({ name: "good", extra: unicodeName("good") }),
    ends: { opening: "archive-unsafe" },
  },
  ...special("a symbolic link to /etc/passwd", SYMLINK, "/etc/passwd"),
  ...special("a named pipe", FIFO, ""),
  ...special("a device", CHARACTER_DEVICE, ""),
  {
    title: "a symbolic link with a file through it",
    make: () =>
      buildZip([
        { name: "d", data: "/tmp", attributes: SYMLINK * 65_536, madeBy: UNIX },
        { name: "d/evil.txt", data: "evil" },
      ]),
    ends: { names: ["d/evil.txt"] },
  },
  {
    title: "names that differ in case only",
    make: () => withOthers({ name: "FIRST.txt", data: "evil" }),
    ends: { names: ["first.txt", "last.txt"] },
  },
  {
    title: "names that differ in how an accent is written",
    make: () =>
      buildZip([
        { name: "é", data: "1" },
        { name: "e\u0301", data: "2" },
      ]),
    ends: { names: ["é"] },
  },
  {
    title: "one name twice",
    make: () => withOthers({ name: "first.txt", data: "evil" }),
    ends: { names: ["first.txt", "last.txt"] },
  },
  {
    title: "five thousand times one name",
    make: () => buildZip(Array.from({ length: 5_000 }, () => ({ name: "a" }))),
    ends: { names: ["a"] },
  },
  {
    title: "another name before the data than in the directory",
    make: () => withOthers({ name: "good", localName: "../../evil" }),
    ends: { names: ["first.txt", "good", "last.txt"] },
  },
  {
    title: "a folder with data",
    make: () => withOthers({ name: "folder/", data: "evil" }),
    ends: { names: ["first.txt", "last.txt"] },
  },
];

function withOthers(entry: ZipEntry): Uint8Array {
  return buildZip([
    { name: "first.txt", data: "first" },
    entry,
    { name: "last.txt", data: "last" },
  ]);
}

function special(title: string, mode: number, data: string): HostileArchive[] {
  const attributes = mode * 65_536;
  return [
    {
      title,
      make: () => withOthers({ name: "x", data, attributes, madeBy: UNIX }),
      ends: { names: ["first.txt", "last.txt"] },
    },
  ];
}

/** Info-ZIP's Unicode path field, with the checksum that makes it count. */
function unicodeName(name: string): Uint8Array {
  const other = Buffer.from("../evil");
  return Buffer.concat([
    numbers([2, 0x7075], [2, other.length + 5]),
    Buffer.from([1]),
    numbers([4, crc32(name)]),
    other,
  ]);
}
