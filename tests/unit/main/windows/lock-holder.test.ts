import { isHolderRunning } from "#main/windows/lock-holder";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aide-memoire-unit-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function lock(holder: string): void {
  symlinkSync(holder, join(folder, "SingletonLock"));
}

test("a program that runs holds its lock", () => {
  lock(`${hostname()}-${process.pid}`);
  expect(isHolderRunning(folder)).toBe(true);
});

test("a program that has ended does not", () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  lock(`${hostname()}-${pid}`);
  expect(isHolderRunning(folder)).toBe(false);
});

test("neither does a lock that is gone, or names nobody", () => {
  expect(isHolderRunning(folder)).toBe(false);
  lock("nobody");
  expect(isHolderRunning(folder)).toBe(false);
});
