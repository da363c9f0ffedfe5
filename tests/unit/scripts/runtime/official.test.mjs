import { describe, expect, it, vi } from "vitest";
import { findOfficial } from "../../../../scripts/runtime/official.mjs";
import { executableName } from "../../../../scripts/runtime/runtime.mjs";
import { put, temporaryFolder } from "../temporary-folder.mjs";

const MINUTE = 60_000;
const now = Date.UTC(2025, 0, 1);

/** The npm package `electron` as it lies there before its binary is fetched. */
function electronPackage() {
  const packageFolder = temporaryFolder();
  put([packageFolder, "package.json"], '{"version": "45.4.1"}');
  const cache = temporaryFolder();
  return { packageFolder, cache, now, log: () => {} };
}

/** What its install step does; path.txt comes last. */
function unpackInto(packageFolder, version = "45.4.1") {
  put([packageFolder, "dist", executableName()], "");
  put([packageFolder, "dist", "version"], version);
  put([packageFolder, "path.txt"], executableName());
}

describe("the official binary", () => {
  it("is used as it is when installed", async () => {
    const options = electronPackage();
    unpackInto(options.packageFolder);
    const fetch = vi.fn();
    const answer = await findOfficial({ ...options, fetch });
    expect(answer).toMatchObject({
      runtime: { version: "45.4.1", origin: "official" },
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("is fetched when only half of it is there", async () => {
    const options = electronPackage();
    put([options.packageFolder, "dist", executableName()], "");
    const fetch = vi.fn(async (folder) => unpackInto(folder));
    const answer = await findOfficial({ ...options, fetch });
    expect(fetch).toHaveBeenCalledOnce();
    expect(answer).toHaveProperty("runtime");
  });

  it("is fetched when another version's is there", async () => {
    const options = electronPackage();
    unpackInto(options.packageFolder, "44.0.0");
    const fetch = vi.fn(async (folder) => unpackInto(folder));
    expect(await findOfficial({ ...options, fetch })).toHaveProperty("runtime");
    expect(fetch).toHaveBeenCalledOnce();
  });

  it("is not fetched again within the hour after a failure, then is", async () => {
    const options = electronPackage();
    const fetch = vi.fn(async () => "closed");
    const at = (minutes) =>
      findOfficial({ ...options, fetch, now: now + minutes * MINUTE });
    expect(await at(0)).toEqual({
      reason: "Electron 45.4.1 could not be fetched (closed)",
    });
    expect(await at(59)).toEqual({
      reason:
        "Electron 45.4.1 could not be fetched within the last hour (closed)",
    });
    expect(fetch).toHaveBeenCalledTimes(1);
    await at(61);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("is fetched when the note about a failure was cut short", async () => {
    const options = electronPackage();
    put([options.cache, "official-fetch-failed.json"], '{"version": "45');
    const fetch = vi.fn(async (folder) => unpackInto(folder));
    expect(await findOfficial({ ...options, fetch })).toHaveProperty("runtime");
  });

  it("is passed over where nothing can be written", async () => {
    const options = electronPackage();
    const cache = put([options.cache, "a-file"], "");
    const fetch = vi.fn();
    const answer = await findOfficial({ ...options, cache, fetch });
    expect(answer).toHaveProperty("reason");
    expect(fetch).not.toHaveBeenCalled();
  });

  it("is passed over when the package is not installed", async () => {
    const options = { ...electronPackage(), packageFolder: temporaryFolder() };
    expect(await findOfficial(options)).toHaveProperty("reason");
  });
});
