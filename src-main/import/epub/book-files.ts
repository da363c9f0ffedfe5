import { collisionKey } from "../archive/entry-name";

/** A place in a book: a file of it, and the id of an element where a part of it is meant. */
export interface BookPlace {
  readonly path: string;
  readonly fragment?: string;
}

/** The files of a book by name; finds them however an address in it is written. */
export class BookFiles {
  readonly #names: ReadonlySet<string>;
  readonly #folded: ReadonlyMap<string, string>;

  constructor(names: readonly string[]) {
    this.#names = new Set(names);
    this.#folded = new Map(names.map((name) => [collisionKey(name), name]));
  }

  /** The name of a file, also where case or the way accents are written differ. */
  find(path: string): string | undefined {
    if (this.#names.has(path)) return path;
    return this.#folded.get(collisionKey(path));
  }

  /**
   * Resolves an address written in the file `base`. `undefined` for what leads out of the book (any scheme, `//host`);
   * `..` stops at the book's root, as URLs do. The file need not exist: then the path is the decoded one.
   */
  resolve(href: string, base: string): BookPlace | undefined {
    const address = href.trim();
    if (/^[a-z][a-z0-9+.-]*:|^[/\\]{2}/iu.test(address)) return undefined;
    const [beforeHash = "", hash] = splitAt(address, "#");
    const fragment = hash ? { fragment: decode(hash) } : {};
    if (beforeHash === "") return { path: base, ...fragment };
    const [withoutQuery = ""] = splitAt(beforeHash, "?");
    const candidates = [withoutQuery, beforeHash].flatMap((path) => {
      const joined = join(base, path);
      return [
        // Joined anew: what was encoded may be `..` or begin with a slash.
        join("", decode(joined)),
        joined,
        join(base, decode(path).replaceAll("\\", "/")),
      ];
    });
    for (const candidate of candidates) {
      const path = this.find(candidate);
      if (path !== undefined) return { path, ...fragment };
    }
    return { path: candidates[0] ?? "", ...fragment };
  }
}

function join(base: string, path: string): string {
  const folders = path.startsWith("/") ? [] : base.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") folders.pop();
    else if (part !== "." && part !== "") folders.push(part);
  }
  return folders.join("/");
}

function splitAt(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** Percent signs that encode nothing stay as they are. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
