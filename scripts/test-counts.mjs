/** @typedef {{passed: number, failed: number, skipped: string[]}} Count `skipped` holds a name and a reason each */

/** @type {Count} */
export const NONE = Object.freeze({ passed: 0, failed: 0, skipped: [] });

/**
 * Counts what vitest's JSON reporter says. A file that could not be loaded
 * counts as one failure.
 *
 * @param {any} report undefined when there is none
 * @param {{name: string, reason?: string}[]} [skips]
 * @returns {Count}
 */
export function countVitest(report, skips = []) {
  if (!report) return NONE;
  const failed = report.testResults.map(
    (/** @type {any} */ { status, assertionResults }) => {
      const tests = assertionResults.filter(
        (/** @type {any} */ test) => test.status === "failed",
      );
      return status === "failed" ? Math.max(1, tests.length) : tests.length;
    },
  );
  return {
    passed: report.numPassedTests,
    failed: failed.reduce((/** @type {number} */ a, b) => a + b, 0),
    skipped: skips.map(({ name, reason }) => told(name, reason)),
  };
}

/**
 * Counts what Playwright's JSON reporter says.
 *
 * @param {any} report undefined when there is none
 * @returns {Count}
 */
export function countPlaywright(report) {
  if (!report) return NONE;
  const { expected, unexpected, flaky } = report.stats;
  const left = report.suites
    .flatMap(specsOf)
    .flatMap((/** @type {any} */ { title, tests }) =>
      tests
        .filter((/** @type {any} */ test) => test.status === "skipped")
        .map((/** @type {any} */ test) => told(title, reasonOf(test))),
    );
  return { passed: expected + flaky, failed: unexpected, skipped: left };
}

/** @param {Count[]} counts @returns {Count} */
export function sum(counts) {
  return {
    passed: counts.reduce((all, { passed }) => all + passed, 0),
    failed: counts.reduce((all, { failed }) => all + failed, 0),
    skipped: counts.flatMap(({ skipped }) => skipped),
  };
}

/** The last line of a test run. @param {Count} count */
export function summary({ passed, failed, skipped }) {
  const left = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
  return `${passed} passed, ${failed} failed${left}`;
}

/** @param {any} suite @returns {any[]} */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/** @param {any} test */
function reasonOf({ annotations }) {
  return annotations.find((/** @type {any} */ { type }) =>
    /^(?:skip|fixme)$/.test(type),
  )?.description;
}

/** @param {string} name @param {string} [reason] */
function told(name, reason) {
  return `${name}: ${reason || "no reason given"}`;
}
