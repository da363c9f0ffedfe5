import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildIfStale } from "./build-if-stale.mjs";
import { repositoryRoot } from "./repository-root.mjs";

// `npm run --silent aide -- COMMAND ...`: the command line on the built program, under plain Node.
try {
  await buildIfStale({ log: (line) => console.error(line) });
  const cli = join(repositoryRoot, "out", "main", "cli.js");
  const child = spawn(process.execPath, [cli, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  child.once("exit", (code) => process.exit(code ?? 1));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
