import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { electronSwitches, prepareElectron } from "../prepare-electron.mjs";
import { repositoryRoot } from "../repository-root.mjs";
import { memoryOf } from "./memory-of.mjs";

const RUNS = 7;
const SETTLE_MS = 2_000;
const SHOWN = "aide:shown";

/**
 * From spawn to the library on the screen, and the memory of all processes two seconds later (proportional set size,
 * with the search process running), beside an empty window of the same runtime.
 * @param {{log: (line: string) => void}} options
 */
export async function benchStart({ log }) {
  const prepared = await prepareElectron({ log });
  const home = await mkdtemp(join(tmpdir(), "aide-memoire-bench-"));
  const empty = await emptyProgram(home);
  const env = {
    ...prepared.env,
    AIDE_TRACE: "1",
    AIDE_USER_DATA: join(home, "data"),
    AIDE_LIBRARY: join(home, "library"),
  };
  const measure = (/** @type {string} */ target) =>
    startOnce(prepared.executable, target, env);
  const ours = [];
  const theirs = [];
  await measure(repositoryRoot); // the first start makes the library and fills the code cache
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(await measure(repositoryRoot));
    theirs.push(await measure(empty));
    log(`run ${run + 1} of ${RUNS}`);
  }
  prepared.stop();
  await rm(home, { recursive: true, force: true });
  return [
    row("start", "ms", ours, theirs, ({ ms }) => ms, 1.35),
    row("memory", "MB", ours, theirs, ({ megabytes }) => megabytes, 1.3),
  ];
}

function row(name, unit, ours, theirs, pick, goal) {
  const [own, yard] = [median(ours.map(pick)), median(theirs.map(pick))];
  const ratio = Math.round((own / yard) * 1000) / 1000;
  return {
    name,
    unit,
    ours: Math.round(own),
    yardstick: { name: "empty window", value: Math.round(yard) },
    ratio,
    runs: RUNS,
    goal,
    ok: ratio <= goal,
  };
}

async function startOnce(executable, target, env) {
  const startedAt = performance.now();
  const child = spawn(executable, [target, ...electronSwitches()], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (piece) => {
      said += piece;
      if (said.includes(SHOWN)) resolve(undefined);
    });
    child.once("exit", () =>
      reject(new Error(`${target} ended before it was shown`)),
    );
  });
  const ms = performance.now() - startedAt;
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const megabytes = (await memoryOf(child.pid ?? 0)) / 1024;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
  return { ms, megabytes };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The yardstick: a window with a blank page, told as shown after two frames, like ours. */
async function emptyProgram(home) {
  const folder = join(home, "empty");
  await import("node:fs/promises").then((fs) => fs.mkdir(folder));
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({
      name: "empty-window",
      version: "1.0.0",
      main: "main.cjs",
    }),
  );
  await writeFile(
    join(folder, "page.html"),
    "<!doctype html><title>Empty</title>",
  );
  await writeFile(
    join(folder, "main.cjs"),
    `const { app, BrowserWindow } = require("electron");
app.setPath("userData", ${JSON.stringify(join(home, "empty-data"))});
app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once("ready-to-show", () => window.show());
  await window.loadFile("page.html");
  await window.webContents.executeJavaScript("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  console.log("${SHOWN}");
});
app.on("window-all-closed", () => app.quit());
`,
  );
  return folder;
}
