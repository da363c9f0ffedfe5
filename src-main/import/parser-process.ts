import type { ReadMessage, ReadReply } from "./protocol";
import { serveRead } from "./serve-reads";

/** Electron's utility process gives a port to its parent; a plain Node child has `process.send`. */
interface ParentPort {
  on(event: "message", listener: (event: { data: ReadMessage }) => void): void;
  postMessage(reply: ReadReply): void;
}

const { parentPort } = process as unknown as { parentPort?: ParentPort };
const reply = (message: ReadReply): void => {
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
};
const receive = (message: ReadMessage): void => void serveRead(message, reply);

if (parentPort) parentPort.on("message", ({ data }) => receive(data));
else process.on("message", (message) => receive(message as ReadMessage));
// A library may leave a promise of its own alone when a file is broken: that says nothing of the file, and is no end.
process.on("unhandledRejection", () => undefined);
// A host that is gone wants nothing read any more.
process.on("disconnect", () => process.exit(0));
