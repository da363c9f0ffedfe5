import { spawn } from "node:child_process";
import { existsSync, rmSync, watch, mkdirSync } from "node:fs";
import { join } from "node:path";
import { electronSwitches, prepareElectron } from "./prepare-electron.mjs";
import { repositoryRoot } from "./repository-root.mjs";

const picture = join(repositoryRoot, "out", "window.png");

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start() {
  const prepared = await prepareElectron();
  const switches = electronSwitches();
  if (switches.includes("--no-sandbox"))
    console.log("Running as root: Chromium's sandbox is off (--no-sandbox).");
  const env = { ...prepared.env };
  if (prepared.isVirtual) {
    console.log(
      "No display found: opening the window on a virtual display. Press Ctrl+C to close it.",
    );
    rmSync(picture, { force: true });
    env.AIDE_PICTURE = picture;
    announcePicture();
  }
  const child = spawn(
    prepared.executable,
    [repositoryRoot, ...switches, ...process.argv.slice(2)],
    {
      stdio: "inherit",
      env,
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill("SIGTERM"));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (status, signal) =>
      resolve(status ?? (signal === "SIGTERM" ? 0 : 1)),
    );
  });
  prepared.stop();
  process.exit(code);
}

function announcePicture() {
  mkdirSync(join(repositoryRoot, "out"), { recursive: true });
  const watcher = watch(join(repositoryRoot, "out"), () => {
    if (!existsSync(picture)) return;
    console.log("Picture of the window: out/window.png");
    watcher.close();
  });
  watcher.unref();
}
