import { Worker } from "node:worker_threads";
import type { CitedItem } from "./citation-of-item";
import type {
  ReferenceJob,
  ReferenceMessage,
  ReferenceReply,
} from "./reference-protocol";

/** One run of the thread that writes references: what writes a thousand of them is busy for seconds. */
export class ReferenceThread {
  readonly #worker: Worker;
  #onProgress: (done: number) => void = () => undefined;
  readonly #written: Promise<string>;

  /** `script`: where the built `reference-worker.js` lies. */
  constructor(script: string) {
    this.#worker = new Worker(script);
    this.#written = new Promise((resolve, reject) => {
      this.#worker.on("message", (reply: ReferenceReply) => {
        if (reply.kind === "progress") this.#onProgress(reply.done);
        else resolve(reply.text);
      });
      this.#worker.once("error", reject);
      this.#worker.once("exit", () => reject(new Error("the thread ended")));
    });
    // Whoever ends a thread before it has written does not wait for it.
    this.#written.catch(() => undefined);
  }

  /** Tells it items that are to be written. */
  tell(items: readonly CitedItem[]): void {
    this.#send({ kind: "items", items });
  }

  /** Writes what was told. Throws when what writes breaks down, or when the thread is ended. */
  write(
    job: ReferenceJob,
    onProgress: (done: number) => void,
  ): Promise<string> {
    this.#onProgress = onProgress;
    this.#send({ kind: "write", job });
    return this.#written;
  }

  /** Ends it at once, whatever it is doing. */
  end(): void {
    void this.#worker.terminate();
  }

  #send(message: ReferenceMessage): void {
    this.#worker.postMessage(message);
  }
}
