import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { unzip } from "../../../../scripts/runtime/stand-in/unzip.mjs";
import { temporaryFolder } from "../temporary-folder.mjs";

/**
 * A zip of stored (not compressed) entries, made by hand: name, text, mode.
 * The checks of CRC are off in yauzl, so zero does.
 */
function zipOf(entries) {
  const locals = [];
  const centrals = [];
  let offset = 0;
  for (const [name, text, mode] of entries) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(text.length, 18);
    local.writeUInt32LE(text.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt32LE(text.length, 20);
    central.writeUInt32LE(text.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name + text));
    centrals.push(central, Buffer.from(name));
    offset += 30 + name.length + text.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function archive(entries) {
  const folder = temporaryFolder();
  const file = path.join(folder, "some.zip");
  writeFileSync(file, zipOf(entries));
  return { file, into: path.join(folder, "out") };
}

it("places the wanted entries, keeps their mode and leaves the rest out", async () => {
  const { file, into } = archive([
    ["Root/", "", 0o40755],
    ["Root/program", "run", 0o100755],
    ["Root/other/code.js", "no", 0o100644],
  ]);
  await unzip(file, into, (name) =>
    name.startsWith("Root/other/") ? undefined : name.slice("Root/".length),
  );
  const program = path.join(into, "program");
  expect(readFileSync(program, "utf8")).toBe("run");
  expect(statSync(program).mode & 0o100).toBe(0o100);
  expect(existsSync(path.join(into, "other"))).toBe(false);
});

it("refuses an entry that climbs out of the folder", async () => {
  const { file, into } = archive([["../outside", "x", 0o100644]]);
  await expect(unzip(file, into, (name) => name)).rejects.toThrow(/invalid/);
});

it("fails on an archive cut short", async () => {
  const { file, into } = archive([["program", "run", 0o100755]]);
  writeFileSync(file, readFileSync(file).subarray(0, -30));
  await expect(unzip(file, into, (name) => name)).rejects.toThrow();
});
