import { net, protocol } from "electron";
import { join, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { HOST, SCHEME } from "./own-page";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Must run before the program is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, codeCache: true },
    },
  ]);
}

/** Serves the built renderer, and nothing beside it, under the custom protocol. */
export function serveRenderer(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const path = fileFor(folder, request);
    if (path === undefined) return new Response(null, { status: 404 });
    const response = await net
      .fetch(pathToFileURL(path).href, { bypassCustomProtocolHandlers: true })
      .catch(() => undefined);
    if (!response) return new Response(null, { status: 404 });
    const headers = new Headers(response.headers);
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    return new Response(response.body, { status: response.status, headers });
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
