import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { isTrashedPath } from "../storage/trash";
import { isItemId } from "./item-folders";

/** Which items lie in the library's trash: a folder that is named by an item's id, or by it and a number. */
export class TrashedItems {
  readonly #library: string;
  #paths: Promise<Map<string, readonly string[]>> | undefined;

  constructor(library: string) {
    this.#library = library;
  }

  /** Where an item lies in the trash, as a path within the library, the latest of several; `undefined` when it does not. */
  async find(id: string): Promise<string | undefined> {
    return (await this.#all()).get(id)?.at(-1);
  }

  /** The item that a trashed path holds; `undefined` when it is none. */
  async idOf(trashed: string): Promise<string | undefined> {
    if (!isTrashedPath(trashed)) return undefined;
    const id = idOfName(posix.basename(trashed));
    const paths = id === undefined ? [] : (await this.#all()).get(id);
    return paths?.includes(trashed) ? id : undefined;
  }

  /** All of them: id and path. */
  async list(): Promise<(readonly [id: string, trashed: string])[]> {
    return [...(await this.#all())].flatMap(([id, paths]) =>
      paths.map((path) => [id, path] as const),
    );
  }

  add(id: string, trashed: string): void {
    void this.#all().then((paths) =>
      paths.set(id, [...new Set([...(paths.get(id) ?? []), trashed])]),
    );
  }

  delete(id: string, trashed: string): void {
    void this.#all().then((paths) => {
      const left = (paths.get(id) ?? []).filter((path) => path !== trashed);
      if (left.length === 0) paths.delete(id);
      else paths.set(id, left);
    });
  }

  /** Forgets what is known, after the trash was emptied. */
  refresh(): void {
    this.#paths = undefined;
  }

  #all(): Promise<Map<string, readonly string[]>> {
    return (this.#paths ??= this.#read());
  }

  async #read(): Promise<Map<string, readonly string[]>> {
    const paths = new Map<string, readonly string[]>();
    const root = join(this.#library, "trash");
    for (const day of (await readdir(root).catch(() => [])).sort())
      for (const name of await readdir(join(root, day)).catch(() => [])) {
        const id = idOfName(name);
        if (id === undefined) continue;
        const path = posix.join("trash", day, name);
        paths.set(id, [...(paths.get(id) ?? []), path]);
      }
    return paths;
  }
}

function idOfName(name: string): string | undefined {
  const [id = ""] = name.split(" ");
  return isItemId(id) ? id : undefined;
}
