import { writeFileSync } from "node:fs";

/** Writes down which tests were left out and why: vitest's JSON report leaves the reason away. */
export default class SkipsReporter {
  /** @param {readonly any[]} modules */
  onTestRunEnd(modules) {
    const file = process.env.AIDE_SKIPS_FILE;
    if (!file) return;
    const tests = modules.flatMap((module) => [
      ...module.children.allTests("skipped"),
    ]);
    const skips = tests.map((test) => ({
      name: test.fullName,
      reason: test.result().note,
    }));
    writeFileSync(file, JSON.stringify(skips));
  }
}
