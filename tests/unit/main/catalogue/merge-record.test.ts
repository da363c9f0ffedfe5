import { readMerge, writeMerge } from "#main/catalogue/merge-record";
import { sweepTemporary } from "#main/storage/sweep-temporary";
import { readdir } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const crash = vi.hoisted(() => ({ isNear: false }));
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const rename: typeof real.rename = (...paths) =>
    crash.isNear ? Promise.reject(new Error("crash")) : real.rename(...paths);
  const unlink: typeof real.unlink = (path) =>
    crash.isNear ? Promise.resolve() : real.unlink(path);
  return { ...real, rename, unlink };
});

const inFolder = useTemporaryFolder();
const record = {
  keep: "i-1",
  others: ["i-2"],
  changes: {},
  inverse: {},
  mergedFrom: ["i-2"],
};
const now = Date.parse("2026-11-24T10:00:00Z");

test("a record that a crash left half written is set aside by the next start, and a whole one stays", async () => {
  const library = inFolder("library");
  crash.isNear = true;
  expect(await writeMerge(library, record, now)).toMatchObject({ ok: false });
  crash.isNear = false;
  const whole = await writeMerge(library, record, now);
  expect(await sweepTemporary(library, inFolder("quarantine"))).toBe(1);
  const left = await readdir(library, { recursive: true });
  expect(left.filter((name) => name.includes(".aide-tmp-"))).toEqual([]);
  expect(whole.ok && (await readMerge(library, whole.value))).toMatchObject({
    ok: true,
  });
});
