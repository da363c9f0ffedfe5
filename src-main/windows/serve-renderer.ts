import { protocol } from "electron";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { HOST, RESOURCE_HOST, SCHEME } from "./own-page";

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
 * folder with the parsed form of items.
 */
export function serveRenderer(folder: string, parsed: string): void {
  protocol.handle(SCHEME, async (request) => {
    if (new URL(request.url).host === RESOURCE_HOST)
      return (await import("./serve-resources")).serveResource(parsed, request);
    const path = fileFor(folder, request);
    if (path === undefined) return new Response(null, { status: 404 });
    const type = TYPES[extname(path)];
    const bytes = type && (await readFile(path).catch(() => undefined));
    if (!bytes) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(bytes), {
      headers: {
        "Content-Type": type,
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}

function fileFor(folder: string, request: Request): string | undefined {
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
