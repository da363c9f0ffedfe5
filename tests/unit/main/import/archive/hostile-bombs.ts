import { constants, crc32, deflateRawSync } from "node:zlib";
import { buildZip, numbers, type ZipEntry } from "./build-zip";
import type { HostileArchive } from "./hostile-archives";

const MEGABYTE = 1_048_576;
const ZEROS = Buffer.alloc(MEGABYTE);
/** Shrinks to about 1:150, below what is refused. */
const MODEST = Buffer.concat([noise(6_000), Buffer.alloc(MEGABYTE - 6_000)]);
const EMPTY_LAST_BLOCK = Buffer.from([3, 0]);
const UNSAFE_TO_READ = { reading: "archive-unsafe" } as const;
const UNSAFE_TO_OPEN = { opening: "archive-unsafe" } as const;

/** Archives that unpack to too much, or say so. */
export const BOMBS: readonly HostileArchive[] = [
  {
    title: "42 KB of zeros that become 42 MB",
    make: () => buildZip([bomb(ZEROS, 42)]),
    ends: UNSAFE_TO_READ,
  },
  {
    title: "300 KB that become 300 MB",
    make: () => buildZip([bomb(ZEROS, 300)]),
    ends: UNSAFE_TO_READ,
  },
  {
    title: "one entry of 300 MB at a modest ratio",
    make: () => buildZip([bomb(MODEST, 300)]),
    ends: UNSAFE_TO_READ,
  },
  {
    title: "4 MB that become 4 GB, and say so",
    make: () => buildZip([{ ...bomb(ZEROS, 4_096), ...zip64Size(4_096) }]),
    ends: UNSAFE_TO_OPEN,
  },
  {
    title: "4 MB that become 4 GB and claim ten bytes",
    make: () => buildZip([{ ...bomb(ZEROS, 4_096), size: 10 }]),
    ends: UNSAFE_TO_READ,
  },
  {
    title: "4 MB that become 4 GB and claim 200 MB",
    make: () => buildZip([{ ...bomb(ZEROS, 4_096), size: 200 * MEGABYTE }]),
    ends: UNSAFE_TO_READ,
  },
  {
    title: "4 MB that become 4 GB and claim nothing",
    make: () => buildZip([{ ...bomb(ZEROS, 4_096), size: 0 }]),
    ends: UNSAFE_TO_READ,
  },
  {
    title: "ten entries of 255 MB each at a modest ratio",
    make: () => buildZip(many(10, (name) => bomb(MODEST, 255, name))),
    ends: UNSAFE_TO_OPEN,
  },
  {
    title: "255 MB in one entry, just below every cap",
    make: () => buildZip([bomb(MODEST, 255)]),
    ends: { names: ["bomb"] },
  },
  {
    title: "five bytes that claim 255 MB",
    make: () =>
      buildZip([{ name: "a", data: "bytes", method: 8, size: 255 * MEGABYTE }]),
    ends: UNSAFE_TO_READ,
  },
  {
    title: "2 MB that claim 255 MB",
    make: () =>
      buildZip([
        { name: "a", data: noise(2e6), method: 8, size: 255 * MEGABYTE },
      ]),
    ends: { reading: "damaged-file" },
  },
  {
    title: "nine thousand entries that claim a megabyte each",
    make: () =>
      buildZip(
        many(9_000, (name) => ({ name, data: "", method: 8, size: MEGABYTE })),
      ),
    ends: UNSAFE_TO_OPEN,
  },
  {
    title: "250 entries that share one local header",
    make: () =>
      buildZip([
        { ...bomb(ZEROS, 1, "0") },
        ...many(249, (name) => ({
          ...bomb(ZEROS, 1, name),
          offset: 0,
        })),
      ]),
    ends: UNSAFE_TO_OPEN,
  },
  {
    title: "entries whose data holds the next one (quoted overlap)",
    make: quotedOverlap,
    ends: UNSAFE_TO_OPEN,
  },
  {
    title: "an entry that reaches one byte into the next",
    make: () =>
      buildZip([
        { name: "a", data: "aaaa", size: 5, packedSize: 5 },
        { name: "b", data: "bbbb" },
      ]),
    ends: UNSAFE_TO_OPEN,
  },
  {
    title: "an entry that reaches into the directory",
    make: () => buildZip([{ name: "a", data: "aaaa", size: 9, packedSize: 9 }]),
    ends: UNSAFE_TO_OPEN,
  },
  {
    title: "archives in archives, five deep and ten wide",
    make: () => nested(5),
    ends: { names: Array.from({ length: 10 }, (_, index) => `${index}.zip`) },
  },
  {
    title: "20,001 entries",
    make: () => buildZip(many(20_001, (name) => ({ name }))),
    ends: UNSAFE_TO_OPEN,
  },
];

/** A deflate stream of one block, repeated: packed once, however long it becomes. */
function bomb(block: Buffer, times: number, name = "bomb"): ZipEntry {
  const packedBlock = deflateRawSync(block, {
    level: 9,
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const blocks = Array.from({ length: times }, () => packedBlock);
  return {
    name,
    packed: Buffer.concat([...blocks, EMPTY_LAST_BLOCK]),
    size: Math.min(block.length * times, 0xffffffff),
    crc: checksum(block, times),
  };
}

/** That of gigabytes takes seconds to make, and nobody gets as far as to compare it. */
function checksum(block: Buffer, times: number): number {
  let sum = 0;
  if (times > 1_000) return sum;
  for (let index = 0; index < times; index += 1) sum = crc32(block, sum);
  return sum;
}

/** A size beyond 32 bits, in the extra field made for it. */
function zip64Size(megabytes: number): Partial<ZipEntry> {
  const extra = numbers([2, 1], [2, 8], [8, megabytes * MEGABYTE]);
  return { size: 0xffffffff, extra };
}

/** Each entry is stored whole around the next, as D. Fifield's bomb does with quoted headers. */
function quotedOverlap(): Uint8Array {
  const inner = buildZip([{ name: "inner", data: "x".repeat(1_000) }]);
  const outer = { name: "outer", data: inner };
  return buildZip([
    outer,
    { name: "inner", data: "x".repeat(1_000), offset: 30 + "outer".length },
  ]);
}

function nested(depth: number): Uint8Array {
  const data = depth === 0 ? ZEROS : nested(depth - 1);
  return buildZip(
    Array.from({ length: 10 }, (_, index) => ({
      name: `${index}.zip`,
      data,
      method: 8,
    })),
  );
}

function many(count: number, make: (name: string) => ZipEntry): ZipEntry[] {
  return Array.from({ length: count }, (_, index) => make(`entry-${index}`));
}

/** Bytes that do not shrink, the same at every run: a linear congruential generator. */
function noise(length: number): Buffer {
  let state = 1;
  return Buffer.from(
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    }),
  );
}
