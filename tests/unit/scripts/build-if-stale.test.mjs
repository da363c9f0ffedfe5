import { existsSync, rmSync, utimesSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { buildIfStale } from "../../../scripts/build-if-stale.mjs";
import { memory, put, temporaryFolder } from "./temporary-folder.mjs";

const OUTPUTS = [
  "out/main/index.js",
  "out/main/cli.js",
  "out/main/corpus.json",
  "out/preload/preload.cjs",
  "out/renderer/index.html",
];
const hour = 3600;
const now = Date.now() / 1000;

/** A program that was built an hour after its sources were written. */
function program() {
  const root = temporaryFolder();
  const at = (name) => path.join(root, name);
  const age = (name, seconds) => utimesSync(at(name), seconds, seconds);
  const write = (name, seconds) => {
    const isNew = !existsSync(path.dirname(at(name)));
    put([root, name], "");
    age(name, seconds);
    // A folder that is made this moment could be newer than a build that begins in the same millisecond.
    if (isNew) age(path.dirname(name), seconds);
  };
  write("src-main/index.ts", now - 2 * hour);
  write("src-main/notes/store.ts", now - 2 * hour);
  write("resources/corpus/a.json", now - 2 * hour);
  write("package-lock.json", now - 2 * hour);
  for (const folder of ["src-main/notes", "src-main", "resources/corpus"])
    age(folder, now - 2 * hour);
  age("resources", now - 2 * hour);
  for (const name of OUTPUTS) write(name, now - hour);
  const build = vi.fn(async () => {
    for (const name of OUTPUTS) put([root, name], "");
  });
  const { lines, log } = memory();
  const start = () => buildIfStale({ root, build, log });
  return { at, write, build, start, lines };
}

describe("the build", () => {
  it("is left alone, without a word, when it is newer than every source", async () => {
    const { build, start, lines } = program();
    await start();
    expect(build).not.toHaveBeenCalled();
    expect(lines).toEqual([]);
  });

  it.each(OUTPUTS)("is made when %s is absent", async (name) => {
    const { at, build, start } = program();
    rmSync(at(name));
    await start();
    expect(build).toHaveBeenCalledOnce();
  });

  it.each([
    "src-main/notes/store.ts",
    "src-renderer/new.svelte",
    "resources/corpus/a.json",
    "electron.vite.config.ts",
    "package-lock.json",
  ])("is made once when %s was saved after it", async (name) => {
    const { write, build, start } = program();
    write(name, now - hour / 2);
    await start();
    await start();
    expect(build).toHaveBeenCalledOnce();
  });

  it("is made when a source was removed", async () => {
    const { at, build, start } = program();
    rmSync(at("src-main/notes/store.ts"));
    await start();
    expect(build).toHaveBeenCalledOnce();
  });

  it("is made again when a source was saved while it ran", async () => {
    const { write, build, start } = program();
    write("src-main/index.ts", now - hour / 2);
    build.mockImplementationOnce(async () => {
      write("src-main/index.ts", Date.now() / 1000 + 0.01);
      for (const name of OUTPUTS) write(name, Date.now() / 1000 + 0.02);
    });
    await start();
    await start();
    expect(build).toHaveBeenCalledTimes(2);
  });

  it("is made once when two starts ask together", async () => {
    const { at, build, start } = program();
    rmSync(at("out/main/index.js"));
    await Promise.all([start(), start()]);
    expect(build).toHaveBeenCalledOnce();
  });
});
