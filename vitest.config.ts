import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/unit/**/*.test.{ts,mjs}"],
    pool: "threads",
    // By itself vitest leaves one processor free: of two, half of them.
    maxWorkers: "100%",
    testTimeout: 20_000,
    // pdf.js leaves some of its own promises alone when a file is broken; the reading process lets them pass too.
    onUnhandledError: ({ name }) =>
      !/^(?:XRefEntry|XRefParse|ParserEOF|MissingData)Exception$/u.test(name),
  },
});
