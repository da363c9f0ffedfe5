import { runCli } from "./cli/run-cli";

// A reader such as `head` may close the pipe before everything is said.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});
process.exitCode = await runCli(process.argv.slice(2));
