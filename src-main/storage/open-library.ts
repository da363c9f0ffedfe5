import type { Failure } from "#domain/failure";
import { fail, ok, type Result } from "#domain/result";
import { access, constants, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ulid } from "ulidx";
import * as v from "valibot";
import { errorCode, errorDetail } from "./error-detail";
import { lockLibrary, type LibraryLock } from "./lock-library";
import { makeFolder } from "./make-folder";
import { replaceFile } from "./replace-file";
import { sweepTemporary } from "./sweep-temporary";

/** The newest library format this program writes. */
export const LIBRARY_VERSION = 1;

const markerSchema = v.looseObject({
  format: v.literal("aide-memoire"),
  version: v.number(),
  minReader: v.number(),
  id: v.string(),
});

export interface OpenLibrary {
  readonly path: string;
  readonly id: string;
  readonly lock: LibraryLock;
}

/**
 * Opens a library folder, creating it on first use, and takes it for this process. Failures: `library-unwritable`,
 * `library-newer`, `library-damaged`, `library-busy`; nothing in the folder is changed by them.
 */
export async function openLibrary(
  path: string,
  userData: string,
  now: number,
): Promise<Result<OpenLibrary>> {
  try {
    await makeFolder(path);
    await access(path, constants.W_OK);
  } catch (error) {
    return fail({
      code: "library-unwritable",
      path,
      detail: errorDetail(error),
    });
  }
  const marker = await readMarker(path, now);
  if (!marker.ok) return marker;
  const lock = await lockLibrary(path);
  if (!lock) return fail({ code: "library-busy", path });
  await sweepTemporary(path, join(userData, "quarantine"));
  return ok({ path, id: marker.value, lock });
}

async function readMarker(path: string, now: number): Promise<Result<string>> {
  const file = join(path, "aide.json");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return createMarker(file, now);
    return fail({
      code: "library-unwritable",
      path,
      detail: errorDetail(error),
    });
  }
  try {
    const marker = v.parse(markerSchema, JSON.parse(text));
    if (marker.minReader > LIBRARY_VERSION)
      return fail({ code: "library-newer", path, version: marker.version });
    return ok(marker.id);
  } catch (error) {
    return fail({
      code: "library-damaged",
      path: file,
      detail: errorDetail(error),
    } satisfies Failure);
  }
}

async function createMarker(
  file: string,
  now: number,
): Promise<Result<string>> {
  const id = ulid(now);
  const marker = {
    format: "aide-memoire",
    version: LIBRARY_VERSION,
    minReader: LIBRARY_VERSION,
    id,
    created: new Date(now).toISOString(),
  };
  try {
    await replaceFile(file, `${JSON.stringify(marker)}\n`, { now });
    return ok(id);
  } catch (error) {
    return fail({
      code: "library-unwritable",
      path: file,
      detail: errorDetail(error),
    });
  }
}
