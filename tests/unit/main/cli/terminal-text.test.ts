import { terminalField, terminalText } from "#main/cli/terminal-text";
import * as fc from "fast-check";
import { expect, test } from "vitest";

test("what others wrote neither commands the terminal nor begins a line of its own", () => {
  const name = "a\u001B]0;title\u0007\nimported\tb\u009B2J.md";
  expect(terminalText(`imported\t${terminalField(name)}`)).toBe(
    "imported\ta\\u001b]0;title\\u0007\\u000aimported\\u0009b\\u009b2J.md",
  );
});

test("a line of JSON says the same as before", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const line = JSON.stringify({ text });
      expect(JSON.parse(terminalText(line))).toEqual({ text });
    }),
  );
});
