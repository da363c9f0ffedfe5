import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { isTrashedPath } from "../storage/trash";
import { isItemId } from "./item-folders";

/** Which items lie in the library's trash: a folder that is named by an item's id, or by it and a number. */
export class TrashedItems {
  readonly #library: string;
  #paths: Promise<Map<string, string>> | undefined;

  constructor(library: string) {
    this.#library = library;
  }

  /** Where an item lies in the trash, as a path within the library; `undefined` when it does not. */
  async find(id: string): Promise<string | undefined> {
    return (await this.#all()).get(id);
  }

  /** The item that a trashed path holds; `undefined` when it is none. */
  async idOf(trashed: string): Promise<string | undefined> {
    if (!isTrashedPath(trashed)) return undefined;
    return idOfName(posix.basename(trashed));
  }

  /** All of them: id and path. */
  async list(): Promise<(readonly [id: string, trashed: string])[]> {
    return [...(await this.#all())];
  }

  add(id: string, trashed: string): void {
    void this.#all().then((paths) => paths.set(id, trashed));
  }

  delete(id: string): void {
    void this.#all().then((paths) => paths.delete(id));
  }

  /** Forgets what is known, after the trash was emptied. */
  refresh(): void {
    this.#paths = undefined;
  }

  #all(): Promise<Map<string, string>> {
    return (this.#paths ??= this.#read());
  }

  async #read(): Promise<Map<string, string>> {
    const paths = new Map<string, string>();
    const root = join(this.#library, "trash");
    for (const day of await readdir(root).catch(() => []))
      for (const name of await readdir(join(root, day)).catch(() => [])) {
        const id = idOfName(name);
        if (id !== undefined) paths.set(id, posix.join("trash", day, name));
      }
    return paths;
  }
}

function idOfName(name: string): string | undefined {
  const [id = ""] = name.split(" ");
  return isItemId(id) ? id : undefined;
}
