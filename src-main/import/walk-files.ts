import { lstat, readdir, stat } from "node:fs/promises";
import { basename, join, parse, resolve } from "node:path";
import { errorDetail } from "../storage/error-detail";

/** A file that was found, or a place that could not be looked into. */
export interface FoundFile {
  readonly path: string;
  readonly trouble?: string;
}

export interface WalkOptions {
  /** A folder that is left out wherever it is met: the library itself. */
  readonly except?: string;
  readonly signal?: AbortSignal;
}

/** What systems leave in folders beside a person's own files. */
const JUNK =
  /^(?:thumbs\.db|desktop\.ini|ehthumbs\.db|icon\r|__macosx|\$recycle\.bin|system volume information|lost\+found)$/iu;
const byName = new Intl.Collator("en", { numeric: true }).compare;

/**
 * Finds all files under the given paths, folder by folder in the order of their names. A path that is named is taken as
 * it is, a link included; inside folders links are not followed, and hidden files, what systems leave behind and the
 * folder that belongs to a saved page are left out.
 */
export async function* walkFiles(
  paths: readonly string[],
  { except, signal }: WalkOptions = {},
): AsyncGenerator<FoundFile> {
  for (const path of paths) {
    let isFolder: boolean;
    try {
      isFolder = (await stat(path)).isDirectory();
    } catch (error) {
      yield { path, trouble: errorDetail(error) };
      continue;
    }
    if (!isFolder) yield { path };
    else yield* walkFolder(path, except && resolve(except), signal);
    if (signal?.aborted) return;
  }
}

async function* walkFolder(
  root: string,
  except: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<FoundFile> {
  const waiting = [root];
  for (;;) {
    const folder = waiting.pop();
    if (folder === undefined || signal?.aborted) return;
    if (except !== undefined && resolve(folder) === except) continue;
    let names: string[];
    try {
      names = await readdir(folder);
    } catch (error) {
      yield { path: folder, trouble: errorDetail(error) };
      continue;
    }
    const inside = await sortOut(folder, names);
    waiting.push(...inside.folders.reverse());
    for (const path of inside.files) yield { path };
  }
}

async function sortOut(
  folder: string,
  names: readonly string[],
): Promise<{ files: string[]; folders: string[] }> {
  const all = new Set(names);
  const files: string[] = [];
  const folders: string[] = [];
  for (const name of [...names].sort(byName)) {
    if (name.startsWith(".") || JUNK.test(name)) continue;
    const path = join(folder, name);
    const found = await lstat(path).catch(() => undefined);
    if (found?.isFile()) files.push(path);
    else if (found?.isDirectory() && !belongsToPage(name, all))
      folders.push(path);
  }
  return { files, folders };
}

/** Browsers put the pictures and scripts of `page.html` into `page_files`. */
function belongsToPage(name: string, names: ReadonlySet<string>): boolean {
  const [, page] =
    /^(.+)(?:_files|_Dateien|_fichiers|_archivos)$/u.exec(name) ?? [];
  if (page === undefined) return false;
  return ["html", "htm", "xhtml"].some((ending) =>
    names.has(`${page}.${ending}`),
  );
}

/** Name and folder of a path, as they are shown. */
export function placeOf(path: string): { name: string; folder: string } {
  return { name: basename(path), folder: parse(path).dir };
}
