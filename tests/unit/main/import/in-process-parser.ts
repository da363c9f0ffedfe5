import type { ParserPort } from "#main/import/parser-client";
import { serveRead } from "#main/import/serve-reads";

/** The reading process without a process: for tests of what is done with the text, not of how it is killed. */
export function inProcessParser(): ParserPort {
  let listener: (reply: unknown) => void = () => undefined;
  let isOver = false;
  return {
    send: (message) =>
      void serveRead(message, (reply) => {
        if (!isOver) listener(reply);
      }),
    onReply: (listen) => {
      listener = listen;
    },
    onExit: () => undefined,
    kill: () => {
      isOver = true;
    },
    resident: () => undefined,
  };
}
