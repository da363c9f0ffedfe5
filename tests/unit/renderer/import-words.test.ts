import { READ_FAILURE_CODES } from "#domain/library/read-failure";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  refusalOf,
  WARNING_WORDS,
  warningWords,
} from "../../../src-renderer/app/import-words";

test.each(READ_FAILURE_CODES)(
  "a refusal with %s says what happened and what to do",
  (code) => {
    const { text, advice } = refusalOf({ code, detail: "why" }, "a file.pdf");
    expect(text).toContain("a file.pdf");
    expect(advice.length).toBeGreaterThan(20);
  },
);

test("every warning that a reader can give has words", () => {
  const given = new Set<string>();
  const folder = "src-main/import";
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!String(name).endsWith(".ts")) continue;
    const source = readFileSync(join(folder, String(name)), "utf8");
    const calls = source.matchAll(
      /(?:warnings\.add|#warn|tell)\(\s*"([a-z-]+)"|warnings\.push\(\{\s*code: "([a-z-]+)"/gu,
    );
    for (const [, called, pushed] of calls) given.add(called ?? pushed ?? "");
  }
  expect(given.size).toBeGreaterThan(10);
  expect([...given].filter((code) => !(code in WARNING_WORDS))).toEqual([]);
});

test("a code without words is still readable", () => {
  expect(warningWords({ code: "something-odd", detail: "here" })).toBe(
    "Something odd (here).",
  );
});
