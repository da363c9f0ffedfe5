import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareElectron } from "./prepare-electron.mjs";
import { repositoryRoot } from "./repository-root.mjs";
import { countPlaywright, countVitest, sum } from "./test-counts.mjs";

// `npm test` runs both parts; `npm test -- unit ...` or `npm test -- e2e ...` one of them, with further arguments passed on.
const [first, ...rest] = process.argv.slice(2);
const parts = first === "unit" || first === "e2e" ? [first] : ["unit", "e2e"];
const further = parts.length === 1 ? rest : process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), "aide-memoire-test-"));
const counts = [];
let failed = false;

try {
  for (const part of parts) {
    const startedAt = Date.now();
    console.log(
      `\n== ${part === "unit" ? "Unit tests" : "End-to-end tests in Electron"} ==`,
    );
    const { status, count } =
      part === "unit" ? await runUnit() : await runEndToEnd();
    counts.push(count);
    for (const skipped of count.skippedNames)
      console.log(`skipped: ${skipped}`);
    console.log(
      `== ${part}: ${Math.round((Date.now() - startedAt) / 1000)} s ==`,
    );
    failed = status !== 0 || count.failed > 0 || count.passed === 0;
    if (failed) break;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed = true;
} finally {
  rmSync(reports, { recursive: true, force: true });
}

const total = sum(counts);
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ""}`,
);
process.exit(failed ? 1 : 0);

async function runUnit() {
  const file = join(reports, "unit.json");
  const vitest = join(repositoryRoot, "node_modules", "vitest", "vitest.mjs");
  const words = [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...further,
  ];
  const status = await run(vitest, words, process.env);
  return { status, count: countVitest(readReport(file)) };
}

async function runEndToEnd() {
  const file = join(reports, "e2e.json");
  const prepared = await prepareElectron();
  const playwright = join(
    repositoryRoot,
    "node_modules",
    "@playwright",
    "test",
    "cli.js",
  );
  const words = [
    "test",
    "-c",
    "tests/e2e/playwright.config.ts",
    "--reporter=list,json",
    ...further,
  ];
  const status = await run(playwright, words, {
    ...prepared.env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  prepared.stop();
  return { status, count: countPlaywright(readReport(file)) };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function run(script, words, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...words], {
      cwd: repositoryRoot,
      stdio: "inherit",
      env,
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
