import { app, utilityProcess } from "electron";
import { PARSER_FLAGS } from "../import/fork-parser";
import { giveWay } from "../import/give-way";
import type { ParserPort } from "../import/parser-client";
import type { ReadMessage } from "../import/protocol";
import { residentMemory } from "../import/resident-memory";

/** Starts the reading process as a child of Electron's own kind. */
export function startParserProcess(script: string): ParserPort {
  const child = utilityProcess.fork(script, [], {
    serviceName: "Aide-Memoire reader",
    execArgv: PARSER_FLAGS,
    stdio: "ignore",
  });
  let isKilled = false;
  child.once("spawn", () => {
    if (isKilled) killHard(child.pid);
    else giveWay(child.pid);
  });
  return {
    send: (message: ReadMessage) => child.postMessage(message),
    onReply: (listener) => child.on("message", listener),
    onExit: (listener) => child.once("exit", listener),
    kill: () => {
      isKilled = true;
      killHard(child.pid);
      child.kill();
    },
    resident: () => residentMemory(child.pid) ?? workingSet(child.pid),
  };
}

/** Electron asks a process politely to end, which one that hangs may not hear. */
function killHard(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

function workingSet(pid: number | undefined): number | undefined {
  const found = app.getAppMetrics().find((process) => process.pid === pid);
  return found && found.memory.workingSetSize * 1024;
}
