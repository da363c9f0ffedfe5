import { openArchive, type Archive } from "#main/import/archive/archive";
import { ARCHIVE_LIMITS } from "#main/import/archive/archive-limits";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildZip } from "./build-zip";

const CONTEXT = { progress: () => undefined };

describe("an honest archive", () => {
  const bytes = buildZip([
    { name: "folder/", data: "" },
    { name: "folder/stored.txt", data: "Déjà vu" },
    { name: "packed.txt", data: "word ".repeat(1_000), method: 8 },
    { name: "utf-16.txt", data: Buffer.from("\ufeffZwölf", "utf16le") },
    { name: "empty.txt", method: 8 },
  ]);

  it("lists its files in order, without folders", async () => {
    const archive = await open(bytes);
    expect(archive.names()).toEqual([
      "folder/stored.txt",
      "packed.txt",
      "utf-16.txt",
      "empty.txt",
    ]);
    expect(archive.has("packed.txt")).toBe(true);
    expect(archive.has("folder/")).toBe(false);
    expect(archive.warnings).toEqual([]);
  });

  it("gives stored and packed files as they were", async () => {
    const archive = await open(bytes);
    expect(await archive.readText("folder/stored.txt")).toEqual(ok("Déjà vu"));
    expect(await archive.readText("packed.txt")).toEqual(
      ok("word ".repeat(1_000)),
    );
    expect(await archive.readText("utf-16.txt")).toEqual(ok("Zwölf"));
    expect(await archive.readText("empty.txt")).toEqual(ok(""));
  });

  it("says when a file is absent", async () => {
    const archive = await open(bytes);
    expect(await archive.read("constructor")).toMatchObject({
      failure: { code: "damaged-file" },
    });
  });

  it("is read from the middle of a larger buffer", async () => {
    const around = Buffer.concat([Buffer.alloc(7), bytes, Buffer.alloc(7)]);
    const archive = await open(around.subarray(7, -7));
    expect(await archive.readText("folder/stored.txt")).toEqual(ok("Déjà vu"));
  });
});

describe("the caps", () => {
  it("count what was really unpacked, over all reads", async () => {
    const bytes = buildZip([{ name: "a", data: "x".repeat(600) }]);
    const archive = await open(bytes, { ...ARCHIVE_LIMITS, totalBytes: 1_000 });
    expect(await archive.read("a")).toMatchObject({ ok: true });
    expect(await archive.read("a")).toMatchObject({
      failure: { code: "archive-unsafe" },
    });
  });

  it("let small entries shrink as far as they like", async () => {
    const bytes = buildZip([
      { name: "a", data: Buffer.alloc(1_048_576), method: 8 },
    ]);
    const archive = await open(bytes);
    expect(await archive.read("a")).toMatchObject({ ok: true });
  });
});

describe("any archive", () => {
  it("comes back as it was written", async () => {
    const file = fc.record({
      // None that Windows keeps for devices (prn, con): those are refused.
      name: fc.stringMatching(/^f[a-z]{0,7}\/[0-9]{1,3}x$/u),
      data: fc.uint8Array({ maxLength: 2_000 }),
      method: fc.constantFrom(0, 8),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(file, { selector: ({ name }) => name, maxLength: 20 }),
        async (files) => {
          const archive = await open(buildZip(files));
          expect(archive.names()).toEqual(files.map(({ name }) => name));
          for (const { name, data } of files)
            expect(await archive.read(name)).toEqual(ok(data));
        },
      ),
    );
  });

  it("ends in a value, whatever bytes of it are changed", async () => {
    const bytes = buildZip([
      { name: "a.txt", data: "word ".repeat(100), method: 8 },
      { name: "b.txt", data: "stored" },
    ]);
    const change = fc.tuple(
      fc.nat(bytes.length - 1),
      fc.integer({ min: 0, max: 255 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, value] of changes) changed[at] = value;
        const opened = await openArchive(changed, CONTEXT);
        if (!opened.ok) return;
        for (const name of opened.value.names())
          await opened.value.readText(name);
      }),
      { numRuns: 2_000 },
    );
  });
});

async function open(
  bytes: Uint8Array,
  limits = ARCHIVE_LIMITS,
): Promise<Archive> {
  const opened = await openArchive(bytes, CONTEXT, limits);
  if (!opened.ok) throw new Error(opened.failure.detail);
  return opened.value;
}

function ok(value: unknown): object {
  return { ok: true, value };
}
