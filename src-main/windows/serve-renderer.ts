import { protocol, type ProtocolRequest } from "electron";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { HOST, RESOURCE_HOST, SCHEME } from "./own-page";
import { NOT_FOUND, served, type Served } from "./served";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: aide://resource; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** All that the renderer consists of; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

/** The scripts of the page are asked for well within this time, or not at all. */
const SCRIPTS_WITHIN_MS = 1_000;

/** Must run before the program is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the built renderer and the pictures of items, and nothing beside them, under the custom protocol. `parsed`: the
 * folder with the parsed form of items. The promise is kept once the page has its scripts and is busy with them: until then
 * it waits for main at every step, and whatever holds main up holds the page up.
 */
export function serveRenderer(folder: string, parsed: string): Promise<void> {
  let handOver = (): void => undefined;
  const hasScripts = new Promise<void>((resolve) => (handOver = resolve));
  setTimeout(handOver, SCRIPTS_WITHIN_MS).unref();
  // `protocol.handle` has Node load its fetch (23 ms of every start), see docs/decisions/0015-pages-are-served-as-buffers.md.
  protocol.registerBufferProtocol(SCHEME, (request, respond) => {
    void serve(folder, parsed, request).then((answer) => {
      if (extname(new URL(request.url).pathname) === ".js")
        setImmediate(handOver);
      respond(answer);
    });
  });
  return hasScripts;
}

async function serve(
  folder: string,
  parsed: string,
  request: ProtocolRequest,
): Promise<Served> {
  if (new URL(request.url).host === RESOURCE_HOST)
    return (await import("./serve-resources")).serveResource(parsed, request);
  const path = fileFor(folder, request);
  const type = path === undefined ? undefined : TYPES[extname(path)];
  if (path === undefined || type === undefined) return NOT_FOUND;
  const bytes = await readFile(path).catch(() => undefined);
  return bytes ? served(bytes, type, POLICY) : NOT_FOUND;
}

function fileFor(folder: string, request: ProtocolRequest): string | undefined {
  const { host, pathname } = new URL(request.url);
  if (request.method !== "GET" || host !== HOST) return undefined;
  let path: string;
  try {
    path = normalize(join(folder, decodeURIComponent(pathname)));
  } catch {
    return undefined;
  }
  return path.startsWith(folder + sep) ? path : undefined;
}
