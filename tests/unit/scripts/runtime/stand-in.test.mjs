import { createHash } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { ensureStandIn } from "../../../../scripts/runtime/stand-in/ensure-stand-in.mjs";
import { findStandIn } from "../../../../scripts/runtime/stand-in/find-stand-in.mjs";
import { recipe as real } from "../../../../scripts/runtime/stand-in/recipe.mjs";
import { executableName } from "../../../../scripts/runtime/runtime.mjs";
import { put, temporaryFolder } from "../temporary-folder.mjs";

const GENUINE = "a tarball";
const EXECUTABLE = "0123456789";
const sha512 = createHash("sha512").update(GENUINE).digest("base64");
const recipe = { ...real, integrity: `sha512-${sha512}` };

/** A build of three small files instead of 196 MB. */
function build({ tarball = GENUINE, unpack } = {}) {
  const cache = temporaryFolder();
  const folder = path.join(cache, "stand-in");
  const steps = {
    fetch: vi.fn(async (_recipe, site) => put([site, "some.tgz"], tarball)),
    unpack: vi.fn(
      unpack ??
        (async (_tarball, _recipe, dist) => {
          put([dist, executableName()], EXECUTABLE);
          put([dist, "locales", "fr.pak"], "bonjour");
        }),
    ),
    adapt: vi.fn(async (dist) => void put([dist, "version"], "v33.2.1")),
  };
  const ensure = (other = recipe) =>
    ensureStandIn({ folder, recipe: other, steps, log: () => {} });
  const executable = path.join(folder, executableName());
  return { cache, folder, executable, steps, ensure };
}

describe("building the stand-in", () => {
  it("leaves the runtime, and nothing of the making", async () => {
    const { cache, executable, ensure } = build();
    await ensure();
    expect(readFileSync(executable, "utf8")).toBe(EXECUTABLE);
    expect(readdirSync(cache)).toEqual(["stand-in"]);
  });

  it("refuses a tampered tarball before unpacking it", async () => {
    const { cache, steps, ensure } = build({ tarball: "a tarbalI" });
    await expect(ensure()).rejects.toThrow(/SHA-512 differs/);
    expect(steps.unpack).not.toHaveBeenCalled();
    expect(readdirSync(cache)).toEqual([]);
  });

  it("leaves no folder that could be used when a step fails", async () => {
    const unpack = async (_tarball, _recipe, dist) => {
      put([dist, executableName()], EXECUTABLE);
      throw new Error("the disk is full");
    };
    const { cache, ensure } = build({ unpack });
    await expect(ensure()).rejects.toThrow("the disk is full");
    expect(readdirSync(cache)).toEqual([]);
  });

  it("removes what a killed build left, and spares one that goes on", async () => {
    const { cache, ensure } = build();
    const neverAlive = 2 ** 30;
    const left = put([cache, `stand-in.building-${neverAlive}-a`, "f"], "");
    const ours = put([cache, `stand-in.building-${process.pid}-a`, "f"], "");
    await ensure();
    expect(existsSync(path.dirname(left))).toBe(false);
    expect(existsSync(ours)).toBe(true);
  });

  it("goes past the lock of a process that died", async () => {
    const { folder, executable, ensure } = build();
    const { hostname } = await import("node:os");
    put([`${folder}.lock`], `${hostname()} ${2 ** 30}`);
    await ensure();
    expect(existsSync(executable)).toBe(true);
  });

  it("happens once when two starts ask together", async () => {
    const { steps, ensure } = build();
    await Promise.all([ensure(), ensure()]);
    expect(steps.fetch).toHaveBeenCalledOnce();
  });
});

describe("a stand-in that is there", () => {
  const damages = {
    "has no manifest: it was never finished": ({ folder }) =>
      rmSync(path.join(folder, "aide-memoire-runtime.json")),
    "has a manifest cut short": ({ folder }) =>
      put([folder, "aide-memoire-runtime.json"], '{"recipe": "1'),
    "has a file cut short": ({ folder }) =>
      put([folder, "locales", "fr.pak"], "bon"),
    "lacks a file": ({ folder }) => rmSync(path.join(folder, "locales/fr.pak")),
    "has another executable of the same size": ({ executable }) => {
      put([executable], EXECUTABLE.replace("5", "X"));
      utimesSync(executable, 1, 1);
    },
  };

  it.each(Object.entries(damages))(
    "is rebuilt when it %s",
    async (_, damage) => {
      const standIn = build();
      await standIn.ensure();
      damage(standIn);
      await standIn.ensure();
      expect(standIn.steps.fetch).toHaveBeenCalledTimes(2);
      expect(readFileSync(standIn.executable, "utf8")).toBe(EXECUTABLE);
    },
  );

  it("is rebuilt when the recipe changed", async () => {
    const { steps, ensure } = build();
    await ensure();
    await ensure({ ...recipe, revision: recipe.revision + 1 });
    expect(steps.fetch).toHaveBeenCalledTimes(2);
  });

  it("is used as it is when whole, also after a copy moved its times", async () => {
    const { executable, steps, ensure } = build();
    await ensure();
    await ensure();
    utimesSync(executable, 1, 1);
    await ensure();
    expect(steps.fetch).toHaveBeenCalledOnce();
  });
});

describe("who gets a stand-in", () => {
  it.each(["darwin-arm64", "win32-x64", "linux-arm64"])(
    "not %s, and nothing is fetched there",
    async (target) => {
      const ensure = vi.fn();
      const options = { cache: "unused", log: () => {}, target, ensure };
      expect(await findStandIn(options)).toHaveProperty("reason");
      expect(ensure).not.toHaveBeenCalled();
    },
  );

  it("answers with the reason when it cannot be built", async () => {
    const ensure = async () => {
      throw new Error("npm pack failed");
    };
    const cache = temporaryFolder();
    const options = { cache, log: () => {}, target: "linux-x64", ensure };
    expect(await findStandIn(options)).toEqual({
      reason: "the stand-in could not be built (npm pack failed)",
    });
  });
});
