import { describe, expect, it } from "vitest";
import {
  countPlaywright,
  countVitest,
  NONE,
  sum,
  summary,
} from "../../../scripts/test-counts.mjs";

const test = (status) => ({ status });

describe("vitest's report", () => {
  it("gives its passed and failed tests, and the skipped ones with their reason", () => {
    const report = {
      numPassedTests: 2,
      testResults: [
        {
          status: "failed",
          assertionResults: [test("failed"), test("passed")],
        },
        { status: "passed", assertionResults: [test("passed")] },
      ],
    };
    const skips = [{ name: "a", reason: "not as root" }, { name: "b" }];
    expect(countVitest(report, skips)).toEqual({
      passed: 2,
      failed: 1,
      skipped: ["a: not as root", "b: no reason given"],
    });
  });

  it("counts a file that could not be loaded as a failure", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];
    const count = countVitest({ numPassedTests: 0, testResults });
    expect(count.failed).toBe(1);
  });
});

describe("Playwright's report", () => {
  it("gives its tests, those in groups too", () => {
    const annotations = [
      { type: "issue", description: "12" },
      { type: "skip", description: "needs another user" },
    ];
    const skipped = { title: "c", tests: [{ status: "skipped", annotations }] };
    const report = {
      stats: { expected: 3, unexpected: 1, flaky: 0, skipped: 1 },
      suites: [{ specs: [], suites: [{ specs: [skipped] }] }],
    };
    expect(countPlaywright(report)).toEqual({
      passed: 3,
      failed: 1,
      skipped: ["c: needs another user"],
    });
  });
});

describe("the last line", () => {
  it("adds the parts up and names skipped tests only when there are any", () => {
    const unit = { passed: 2, failed: 1, skipped: ["a: why"] };
    expect(summary(sum([unit, unit]))).toBe("4 passed, 2 failed, 2 skipped");
    expect(summary(sum([NONE]))).toBe("0 passed, 0 failed");
  });

  it("counts nothing when a runner left no report", () => {
    expect(sum([countVitest(undefined), countPlaywright(undefined)])).toEqual(
      NONE,
    );
  });
});
