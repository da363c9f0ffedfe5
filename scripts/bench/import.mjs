import { spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale } from "../build-if-stale.mjs";
import { electronSwitches, prepareElectron } from "../prepare-electron.mjs";
import { repositoryRoot } from "../repository-root.mjs";
import { benchImportWindow } from "./import-window.mjs";
import { writeMixedFiles } from "./mixed-files.mjs";

const RUNS = 5;
const TIME_FILES = 500;
const MEMORY_FILES = 1_000;
const TIME_GOAL = 1.4;
const MEMORY_GOAL_MB = 150;

/**
 * `time`: importing files (staged, read, kept, indexed by nobody) beside the bare extraction of the parser libraries on
 * the same files, each in processes of its own. `memory`: how much main's memory grows while a thousand files come into
 * the real program. Last, for how long the window and main are held up while they do.
 * @param {{log: (line: string) => void}} options
 */
export async function benchImport({ log }) {
  await buildIfStale({ log });
  const home = await mkdtemp(join(tmpdir(), "aide-memoire-bench-"));
  try {
    return [
      await benchTime(home, log),
      await benchMemory(home, log),
      ...(await benchImportWindow({ log })),
    ];
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function benchTime(home, log) {
  const folder = join(home, "time");
  // Plain text has no parser library: decoding it is no yardstick for reading it.
  const options = { leaveOut: ["txt"] };
  const { made, fromSuites } = await writeMixedFiles(
    folder,
    TIME_FILES,
    options,
  );
  log(`${TIME_FILES} files: ${fromSuites} of the suites, ${made} made here`);
  const cli = join(repositoryRoot, "out", "main", "cli.js");
  const bare = join(repositoryRoot, "scripts", "bench", "bare-extraction.mjs");
  const ours = [];
  const theirs = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const place = join(home, `run-${run}`);
    const own = await timeOf(
      [cli, "import", folder, "--library", join(place, "library")],
      { AIDE_USER_DATA: join(place, "user-data") },
    );
    const yard = await timeOf([bare, folder], {});
    await rm(place, { recursive: true, force: true });
    // The first run warms the disk's cache for both.
    if (run === 0) continue;
    ours.push(own);
    theirs.push(yard);
    log(
      `run ${run} of ${RUNS}: ${Math.round(own)} ms beside ${Math.round(yard)} ms`,
    );
  }
  const [own, yard] = [median(ours), median(theirs)];
  const ratio = Math.round((own / yard) * 1000) / 1000;
  return {
    name: "time",
    unit: "ms",
    ours: Math.round(own),
    yardstick: { name: "bare extraction", value: Math.round(yard) },
    ratio,
    runs: RUNS,
    goal: TIME_GOAL,
    ok: ratio <= TIME_GOAL,
  };
}

async function timeOf(words, env) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complained = "";
  child.stderr.on("data", (piece) => (complained += piece));
  const code = await new Promise((done) => child.once("close", done));
  // Files that are refused make a 1: the suites hold some that are broken on purpose.
  if (code !== 0 && code !== 1) throw new Error(`${words[0]}: ${complained}`);
  return performance.now() - startedAt;
}

async function benchMemory(home, log) {
  const folder = join(home, "memory");
  await writeMixedFiles(folder, MEMORY_FILES);
  const prepared = await prepareElectron({ log });
  const library = join(home, "library");
  const env = {
    ...prepared.env,
    AIDE_TRACE: "1",
    AIDE_USER_DATA: join(home, "data"),
    AIDE_LIBRARY: library,
  };
  const program = spawn(
    prepared.executable,
    [repositoryRoot, ...electronSwitches()],
    { env, stdio: ["ignore", "pipe", "ignore"] },
  );
  try {
    await shown(program);
    await pause(3_000);
    const before = await resident(program.pid);
    // A second start hands its files over and ends, as "open with" does.
    spawn(
      prepared.executable,
      [repositoryRoot, ...electronSwitches(), folder],
      { env, stdio: "ignore" },
    );
    const { most, items } = await highest(program.pid, library);
    if (items < MEMORY_FILES * 0.7)
      throw new Error(`only ${items} files came in`);
    const growth = (most - before) / 1024 / 1024;
    log(
      `main: ${megabytes(before)} MB at rest, ${megabytes(most)} MB at most, ${items} items`,
    );
    return {
      name: "memory",
      unit: "MB",
      ours: Math.round(growth),
      runs: 1,
      goal: MEMORY_GOAL_MB,
      ok: growth < MEMORY_GOAL_MB,
    };
  } finally {
    program.kill("SIGTERM");
    await new Promise((done) => program.once("exit", done));
    prepared.stop();
  }
}

function shown(program) {
  return new Promise((resolve, reject) => {
    let said = "";
    program.stdout.on("data", (piece) => {
      said += piece;
      if (said.includes("aide:shown")) resolve(undefined);
    });
    program.once("exit", () => reject(new Error("the program ended early")));
  });
}

/** Looks at main's memory until something has come in, and then nothing for ten seconds; two minutes at most for the first. */
async function highest(pid, library) {
  let most = 0;
  let items = -1;
  let quiet = 0;
  for (let looks = 0; items < 1 ? looks < 1_200 : quiet < 100; looks += 1) {
    most = Math.max(most, await resident(pid));
    const now = await readdir(join(library, "items")).then(
      (names) => names.length,
      () => 0,
    );
    quiet = now === items ? quiet + 1 : 0;
    items = now;
    await pause(100);
  }
  return { most, items };
}

async function resident(pid) {
  const pages = (await readFile(`/proc/${pid}/statm`, "utf8")).split(" ")[1];
  return Number(pages) * 4096;
}

function megabytes(bytes) {
  return Math.round(bytes / 1024 / 1024);
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
