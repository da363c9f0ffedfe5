import path from "node:path";
import { runCaptured } from "../run-captured.mjs";

/** About 110 MB: five minutes allow for a slow line. A closed network fails at once, a silent one in about ten seconds. */
const TIME_LIMIT_MS = 5 * 60 * 1000;

/**
 * Runs the package's own install step, which fetches and unpacks the binary
 * and checks it against the checksums the package carries.
 *
 * @param {string} packageFolder
 * @returns {Promise<string | undefined>} why it failed, in a few words
 */
export async function fetchOfficial(packageFolder) {
  const step = path.join(packageFolder, "install.js");
  const { code, output, timedOut } = await runCaptured(
    process.execPath,
    [step],
    { timeLimitMs: TIME_LIMIT_MS },
  );
  if (timedOut) return "no end after 5 minutes";
  return code === 0 ? undefined : shortReason(output);
}

/**
 * The first line of a stack is the only one a reader can use.
 *
 * @param {string} output
 */
function shortReason(output) {
  const lines = output.split("\n").map((line) => line.trim());
  const first = lines.find((line) => /error/i.test(line)) ?? lines[0] ?? "";
  return first.replace(/^\w*Error: /, "").slice(0, 120) || "it failed silently";
}
