import { describe, expect, it, vi } from "vitest";
import { findElectron } from "../../../../scripts/runtime/find-electron.mjs";
import { executableName } from "../../../../scripts/runtime/runtime.mjs";
import { memory, put, temporaryFolder } from "../temporary-folder.mjs";

const found = (origin) => async () => ({
  runtime: { distPath: "d", executable: "e", version: "9.9.9", origin },
});
const none = (reason) => async () => ({ reason });

describe("the order of choice", () => {
  it("takes the folder the user named and asks no one else", async () => {
    const dist = temporaryFolder();
    put([dist, executableName()], "");
    put([dist, "version"], "v40.1.0\n");
    const official = vi.fn();
    const standIn = vi.fn();
    const { lines, log } = memory();
    const env = { ELECTRON_OVERRIDE_DIST_PATH: dist };
    const runtime = await findElectron({ log, env, official, standIn });
    expect(runtime).toMatchObject({
      distPath: dist,
      version: "40.1.0",
      origin: "override",
    });
    expect(official).not.toHaveBeenCalled();
    expect(standIn).not.toHaveBeenCalled();
    expect(lines).toEqual([
      "Runtime: Electron 40.1.0, named by ELECTRON_OVERRIDE_DIST_PATH.",
    ]);
  });

  it("refuses a named folder without an executable instead of looking elsewhere", async () => {
    const official = vi.fn();
    const env = { ELECTRON_OVERRIDE_DIST_PATH: temporaryFolder() };
    const asked = findElectron({ log: () => {}, env, official });
    await expect(asked).rejects.toThrow(/ELECTRON_OVERRIDE_DIST_PATH names/);
    expect(official).not.toHaveBeenCalled();
  });

  it("takes the official binary without fetching anything of the stand-in", async () => {
    const standIn = vi.fn();
    const { lines, log } = memory();
    const official = found("official");
    const runtime = await findElectron({ log, env: {}, official, standIn });
    expect(runtime.origin).toBe("official");
    expect(standIn).not.toHaveBeenCalled();
    expect(lines).toEqual(["Runtime: Electron 9.9.9, the official binary."]);
  });

  it("falls back to the stand-in and says why in the same line", async () => {
    const { lines, log } = memory();
    const runtime = await findElectron({
      log,
      env: {},
      official: none("the network is closed"),
      standIn: found("stand-in"),
    });
    expect(runtime.origin).toBe("stand-in");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/stand-in .* because the network is closed\.$/);
  });

  it("names everything it tried and what to do when nothing is left", async () => {
    const asked = findElectron({
      log: () => {},
      env: {},
      official: none("first reason"),
      standIn: none("second reason"),
    });
    await expect(asked).rejects.toThrow(
      /first reason[^]*second reason[^]*What to do/,
    );
  });
});
