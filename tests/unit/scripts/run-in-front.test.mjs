import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { isRunning } from "../../../scripts/runtime/is-running.mjs";

const scripts = fileURLToPath(new URL("../../../scripts/", import.meta.url));

/** Runs a few lines in a process of their own, as a script of ours would. */
function run(lines) {
  const words = ["--input-type=module", "-e", lines];
  const options = { cwd: scripts, stdio: ["ignore", "pipe", "inherit"] };
  const child = spawn(process.execPath, words, options);
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

const FOREVER = `process.on("SIGTERM", () => process.exit(0));
  console.log(process.pid); setInterval(() => {}, 1000);`;
const parent = (body) =>
  run(`import { runInFront } from "./run-in-front.mjs";
    import { whenWeEnd } from "./when-we-end.mjs";
    const node = process.execPath;
    ${body}`);

async function firstLine(child) {
  const [text] = await once(child.stdout, "data");
  return Number(String(text).trim());
}

describe.skipIf(process.platform === "win32")("a command in front", () => {
  it("gives its exit code", async () => {
    const child = parent(
      `process.exit((await runInFront(node, ["-e", "process.exit(7)"])).code);`,
    );
    expect(await once(child, "exit")).toEqual([7, null]);
  });

  it.each(["SIGTERM", "SIGINT", "SIGHUP"])(
    "ends with us at %s, and we wait for it",
    async (signal) => {
      const child = parent(
        `const { asked } = await runInFront(node, ["-e", ${JSON.stringify(FOREVER)}]);
         process.exit(asked ? 9 : 0);`,
      );
      const grandchild = await firstLine(child);
      child.kill(signal);
      expect(await once(child, "exit")).toEqual([9, null]);
      expect(isRunning(grandchild)).toBe(false);
    },
  );
});

describe.skipIf(process.platform === "win32")("what is to be put away", () => {
  it.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ])("is at %s too, when nobody else listens", async (signal, status) => {
    const child = parent(
      `whenWeEnd(() => console.log("2")); console.log("1"); setInterval(() => {}, 1000);`,
    );
    await firstLine(child);
    const said = firstLine(child);
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([status, null]);
    expect(await said).toBe(2);
  });

  it("is not when it was taken back", async () => {
    const child = parent(`whenWeEnd(() => process.exit(5))(); `);
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
