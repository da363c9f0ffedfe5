import type { ProtocolRequest } from "electron";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { RESOURCES_FOLDER, resourceName } from "../import/protocol";
import { RESOURCE_TYPES } from "../import/reader";
import { isItemId } from "../library/item-folders";
import { NOT_FOUND, served, type Served } from "./served";

/** A picture that is shown by itself may do nothing: no script, no request, no form. */
const POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
const HASH = /^[0-9a-f]{64}$/u;

/**
 * Serves one picture of an imported item: `aide://resource/<item id>/<SHA-256 of the picture>`. Both ids are checked
 * letter by letter and the name of the file is made from them, so that no address leads anywhere else. `parsed`: the
 * folder with the parsed form of items.
 */
export async function serveResource(
  parsed: string,
  request: Pick<ProtocolRequest, "method" | "url">,
): Promise<Served> {
  const [, item = "", id = "", ...rest] = new URL(request.url).pathname.split(
    "/",
  );
  const isWellFormed = isItemId(item) && HASH.test(id) && rest.length === 0;
  if (request.method !== "GET" || !isWellFormed) return NOT_FOUND;
  const folder = join(parsed, item, RESOURCES_FOLDER);
  for (const mediaType of RESOURCE_TYPES) {
    const bytes = await readFile(
      join(folder, resourceName({ id, mediaType })),
    ).catch(() => undefined);
    if (bytes) return served(bytes, mediaType, POLICY);
  }
  return NOT_FOUND;
}
