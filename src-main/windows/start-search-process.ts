import { utilityProcess } from "electron";
import type { SearchMessage, SearchReply } from "../search/protocol";
import type { SearchPort } from "../search/search-client";

/** Starts the search process as a child of Electron's own kind. */
export function startSearchProcess(script: string): SearchPort {
  const child = utilityProcess.fork(script, [], {
    // It lives as long as the window and mostly waits: a small young generation keeps what it holds small.
    execArgv: ["--max-semi-space-size=1", "--lazy-feedback-allocation"],
    serviceName: "Aide-Memoire search",
  });
  return {
    send: (message: SearchMessage) => child.postMessage(message),
    onReply: (listener) =>
      child.on("message", (reply: SearchReply) => listener(reply)),
    onExit: (listener) => child.on("exit", listener),
    kill: () => child.kill(),
  };
}
