import { existsSync, mkdirSync, rmSync, watch } from "node:fs";
import { join } from "node:path";
import { electronSwitches, prepareElectron } from "./prepare-electron.mjs";
import { repositoryRoot } from "./repository-root.mjs";
import { runInFront } from "./run-in-front.mjs";

// `npm start`: opens the program's window and stays until it closes. Further arguments go to the program.
const out = join(repositoryRoot, "out");
const picture = join(out, "window.png");

try {
  process.exit(await start());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function start() {
  const prepared = await prepareElectron();
  const switches = electronSwitches();
  if (switches.includes("--no-sandbox"))
    console.log("Running as root: Chromium's sandbox is off (--no-sandbox).");
  const env = { ...prepared.env };
  let announce = () => {};
  if (prepared.isVirtual) {
    console.log(
      "No display found: opening the window on a virtual display. Press Ctrl+C to close it.",
    );
    env.AIDE_PICTURE = picture;
    announce = expectPicture();
  }
  const words = [repositoryRoot, ...switches, ...process.argv.slice(2)];
  const { code } = await runInFront(prepared.executable, words, { env });
  announce();
  prepared.stop();
  return code;
}

/**
 * Says so when the program has written the picture (under another name first,
 * so that one in place is whole).
 *
 * @returns {() => void} looks a last time
 */
function expectPicture() {
  mkdirSync(out, { recursive: true });
  rmSync(picture, { force: true });
  let isSaid = false;
  const look = () => {
    if (isSaid || !existsSync(picture)) return;
    isSaid = true;
    console.log("Picture of the window: out/window.png");
    watcher.close();
  };
  const watcher = watch(out, look);
  return look;
}
