import { parseForeign } from "#main/import/markdown/parse-foreign";
import { expect, test } from "vitest";

const throwing = (error: Error) => () => {
  throw error;
};

test("what exhausts the stack is refused, any other error is a bug", () => {
  const parse = (error: Error) =>
    parseForeign("# Title\n\nText", { leavesOutTitle: throwing(error) });
  expect(parse(new RangeError("Maximum call stack size exceeded"))).toEqual({
    ok: false,
    failure: { code: "damaged-file", detail: "nested too deeply" },
  });
  expect(() => parse(new TypeError("x"))).toThrow(TypeError);
});
