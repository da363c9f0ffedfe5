import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareElectron } from "./prepare-electron.mjs";
import { repositoryRoot } from "./repository-root.mjs";
import { runInFront } from "./run-in-front.mjs";
import {
  countPlaywright,
  countVitest,
  NONE,
  sum,
  summary,
} from "./test-counts.mjs";
import { whenWeEnd } from "./when-we-end.mjs";

// `npm test` runs both parts; `npm test -- unit ...` or `npm test -- e2e ...` one of them, with further arguments passed on.
const PARTS = {
  unit: { heading: "Unit tests", run: runUnit },
  e2e: { heading: "End-to-end tests in Electron", run: runEndToEnd },
};
const [first, ...further] = process.argv.slice(2);
if (first !== undefined && !Object.hasOwn(PARTS, first)) {
  console.error("Usage: npm test [-- unit|e2e [arguments of the runner]]");
  process.exit(2);
}

const reports = mkdtempSync(join(tmpdir(), "aide-memoire-test-"));
whenWeEnd(() => rmSync(reports, { recursive: true, force: true }));
const counts = [];
for (const part of first ? [first] : Object.keys(PARTS)) {
  counts.push(await runPart(/** @type {keyof typeof PARTS} */ (part)));
}
const total = sum(counts);
console.log(`\n${summary(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

/** @param {keyof typeof PARTS} part */
async function runPart(part) {
  const { heading, run } = PARTS[part];
  const began = Date.now();
  console.log(`\n== ${heading} ==`);
  const { count, trouble } = await run().catch((error) => ({
    count: NONE,
    trouble: error instanceof Error ? error.message : String(error),
  }));
  for (const each of count.skipped) console.log(`skipped: ${each}`);
  if (trouble) console.error(`${trouble}\n(This counts as one failure.)`);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const failed = trouble ? count.failed + 1 : count.failed;
  console.log(`== ${part}: ${summary({ ...count, failed })} (${seconds} s) ==`);
  return { ...count, failed };
}

async function runUnit() {
  const file = join(reports, "unit.json");
  const skips = join(reports, "skips.json");
  const words = [
    ...["run", "--reporter=default", "--reporter=json"],
    ...["--reporter=./scripts/vitest-skips.mjs", `--outputFile.json=${file}`],
    ...further,
  ];
  const env = { ...process.env, AIDE_SKIPS_FILE: skips };
  const code = await runRunner("vitest/vitest.mjs", words, env);
  return judge(code, countVitest(read(file), read(skips)));
}

async function runEndToEnd() {
  const file = join(reports, "e2e.json");
  const prepared = await prepareElectron({ isApart: true });
  const words = ["test", "-c", "tests/e2e/playwright.config.ts"];
  const reporters = "--reporter=list,json";
  const env = {
    ...prepared.env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    ...(prepared.isVirtual ? { AIDE_DISPLAY_EACH: "1" } : {}),
  };
  try {
    // On one display the windows of two workers take the focus and the clipboard from each other.
    const alone = prepared.isVirtual ? [] : ["--workers=1"];
    const all = [...words, reporters, ...alone, ...further];
    const code = await runRunner("@playwright/test/cli.js", all, env);
    return judge(code, countPlaywright(read(file)));
  } finally {
    prepared.stop();
  }
}

/**
 * What went wrong beside failing tests, if anything did.
 *
 * @param {number} code
 * @param {import("./test-counts.mjs").Count} count
 */
function judge(code, count) {
  if (count.failed > 0) return { count };
  if (count.passed === 0) return { count, trouble: "No test ran." };
  if (code === 0) return { count };
  return { count, trouble: `No test failed, but the exit code was ${code}.` };
}

/**
 * @param {string} runner path inside node_modules
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} env
 */
async function runRunner(runner, words, env) {
  const script = join(repositoryRoot, "node_modules", runner);
  const options = { cwd: repositoryRoot, env, endWith: "SIGINT" };
  const all = [script, ...words];
  const { code, asked } = await runInFront(process.execPath, all, options);
  if (asked) process.exit(130);
  return code;
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined; // the runner did not come to write it
  }
}
