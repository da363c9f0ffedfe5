import { realpath } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unlink } from "node:fs/promises";
import { contentHash } from "./content-hash";
import { errorCode } from "./error-detail";

export interface LibraryLock {
  release(): Promise<void>;
}

/**
 * Takes a library for this process by listening on a socket named after its real path. The operating system frees it
 * when the process dies, however it dies: no stale lock can stay. `undefined` when another process holds it.
 */
export async function lockLibrary(
  library: string,
): Promise<LibraryLock | undefined> {
  const address = lockAddress(await realpath(library));
  const server = createServer((socket) => socket.destroy());
  try {
    await listen(server, address);
  } catch (error) {
    if (errorCode(error) === "EADDRINUSE") return undefined;
    throw error;
  }
  server.unref();
  return {
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function listen(server: Server, address: string): Promise<void> {
  try {
    await tryListen(server, address);
  } catch (error) {
    // A socket file, unlike an abstract name, outlives a killed process: nobody answers on it, so take it over.
    const isFile = process.platform !== "linux" && process.platform !== "win32";
    if (
      errorCode(error) !== "EADDRINUSE" ||
      !isFile ||
      (await isAnswered(address))
    )
      throw error;
    await unlink(address);
    await tryListen(server, address);
  }
}

function tryListen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(address, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

async function isAnswered(address: string): Promise<boolean> {
  const { connect } = await import("node:net");
  return new Promise((resolve) => {
    const socket = connect(address, () => resolve(true)).once("error", () =>
      resolve(false),
    );
    socket.once("close", () => socket.destroy());
  });
}

function lockAddress(path: string): string {
  const name = `aide-memoire-${contentHash(path).slice(0, 24)}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return process.platform === "linux"
    ? `\0${name}`
    : join(tmpdir(), `${name}.sock`);
}
