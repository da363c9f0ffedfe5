/** @typedef {{passed: number, failed: number, skipped: number, skippedNames: string[]}} Count */

const NONE = { passed: 0, failed: 0, skipped: 0, skippedNames: [] };

/** Counts what vitest's JSON reporter says; no report counts as nothing run. @returns {Count} */
export function countVitest(report) {
  if (!report) return NONE;
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const skipped = tests.filter(
    ({ status }) => status !== "passed" && status !== "failed",
  );
  return {
    passed: report.numPassedTests,
    failed: Math.max(
      report.numFailedTests,
      report.numFailedTestSuites > 0 ? 1 : 0,
    ),
    skipped: skipped.length,
    skippedNames: skipped.map(({ fullName }) => fullName),
  };
}

/** Counts what Playwright's JSON reporter says, with the reason of each skipped test. @returns {Count} */
export function countPlaywright(report) {
  if (!report) return NONE;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const specs = report.suites.flatMap(specsOf);
  const left = specs.filter((spec) =>
    spec.tests.some(({ status }) => status === "skipped"),
  );
  return {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    skippedNames: left.map(
      ({ title, tests }) =>
        `${title}: ${tests[0].annotations[0]?.description ?? "no reason given"}`,
    ),
  };
}

/** @param {Count[]} counts @returns {Count} */
export function sum(counts) {
  return counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
      skippedNames: [...all.skippedNames, ...one.skippedNames],
    }),
    NONE,
  );
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}
