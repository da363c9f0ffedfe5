import { fork } from "node:child_process";
import type { ParserPort } from "./parser-client";
import { residentMemory } from "./resident-memory";

/**
 * Caps the heap below the cap on the whole process, so that most hungry files end in a plain out-of-memory. Trees of pages
 * die young: more room for them saves a tenth of the time.
 */
export const PARSER_FLAGS = [
  "--max-old-space-size=400",
  "--max-semi-space-size=32",
];

/** Starts the reading process as a child of plain Node: for the command line and the tests. */
export function forkParser(script: string): ParserPort {
  const child = fork(script, [], {
    execArgv: PARSER_FLAGS,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  // A host that is done must not wait for an idle reader.
  child.unref();
  child.channel?.unref();
  return {
    // A message to a process that has just died is lost; its exit tells.
    send: (message) => void child.send(message, () => undefined),
    onReply: (listener) => child.on("message", listener),
    onExit: (listener) => {
      let isOver = false;
      const over = (): void => {
        if (!isOver) listener();
        isOver = true;
      };
      child.once("exit", over);
      child.once("error", over);
    },
    kill: () => void child.kill("SIGKILL"),
    resident: () => residentMemory(child.pid),
  };
}
