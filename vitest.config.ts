import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/unit/**/*.test.{ts,mjs}"],
    pool: "threads",
    // By itself vitest leaves one processor free: of two, half of them.
    maxWorkers: "100%",
    // Only a test that hangs comes near these: a slow machine, or a busy one, is no failure.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000, interval: 20 } },
    alias: [
      {
        find: /^fast-check$/u,
        replacement: join(import.meta.dirname, "tests/unit/fast-check.ts"),
      },
    ],
    // pdf.js leaves some of its own promises alone when a file is broken; the reading process lets them pass too.
    onUnhandledError: ({ name }) =>
      !/^(?:XRefEntry|XRefParse|ParserEOF|MissingData)Exception$/u.test(name),
  },
});
