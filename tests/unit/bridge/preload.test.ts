import { CHANGES_CHANNEL, REQUEST_CHANNEL } from "#bridge/contract/channels";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the preload script, which can import nothing, uses the contract's channels", () => {
  const script = readFileSync("src-bridge/preload.ts", "utf8");
  expect(script).toContain(`"${REQUEST_CHANNEL}"`);
  expect(script).toContain(`"${CHANGES_CHANNEL}"`);
});
