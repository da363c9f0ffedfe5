import type { Archive } from "../archive/archive";
import { imageTypeOf } from "../image-type";
import { PictureStore } from "../picture-store";
import type { ReadResource, ReadWarning } from "../reader";
import type { BookFiles } from "./book-files";
import { isQuietSvg } from "./quiet-svg";
import type { BookPackage, ManifestItem } from "./read-package";

/** Pictures inside an address are read up to this size; larger ones are files in any honest book. */
const LONGEST_ADDRESS = 5_000_000;
const MOST_FALLBACKS = 10;

/** The pictures of a book: only files that the package lists, each read when it is first shown. */
export class BookPictures {
  readonly #archive: Archive;
  readonly #files: BookFiles;
  readonly #book: BookPackage;
  readonly #byPath: ReadonlyMap<string, ManifestItem>;
  readonly #pictures = new PictureStore();
  readonly #loaded = new Map<string, string | undefined>();
  readonly #missing: string[] = [];
  /** Where the cover was shown; title pages often show it again. */
  #coverShownIn: string | undefined;

  constructor(archive: Archive, files: BookFiles, book: BookPackage) {
    this.#archive = archive;
    this.#files = files;
    this.#book = book;
    this.#byPath = new Map(
      [...book.manifest.values()].map((item) => [item.path, item]),
    );
  }

  get all(): readonly ReadResource[] {
    return this.#pictures.list();
  }

  get warnings(): readonly ReadWarning[] {
    const [first] = this.#missing;
    if (first === undefined) return [];
    const detail = `${this.#missing.length}, first ${first}`;
    return [{ code: "pictures-left-out", detail }];
  }

  /** Reads the pictures that a document shows, so that `find` knows them. */
  async load(sources: Iterable<string>, base: string): Promise<void> {
    for (const source of sources) {
      const key = this.#keyOf(source, base);
      if (key === undefined || this.#loaded.has(key)) continue;
      const id = key.startsWith("data:")
        ? this.add(bytesOfAddress(key))
        : await this.#read(key);
      this.#loaded.set(key, id);
      if (id === undefined) this.#missing.push(key.slice(0, 80));
    }
  }

  /** Id of a loaded picture; the cover has one only in the first document that shows it. */
  find(source: string, base: string): string | undefined {
    const key = this.#keyOf(source, base);
    if (key === undefined) return undefined;
    const id = this.#loaded.get(key);
    if (id === undefined || key !== this.#book.cover) return id;
    this.#coverShownIn ??= base;
    return this.#coverShownIn === base ? id : undefined;
  }

  /** Keeps a picture; `undefined` when its bytes are none that may be shown. */
  add(bytes: Uint8Array | undefined): string | undefined {
    if (!bytes) return undefined;
    const isLoud =
      imageTypeOf(bytes) === "image/svg+xml" &&
      !isQuietSvg(new TextDecoder().decode(bytes));
    return isLoud ? undefined : this.#pictures.add(bytes);
  }

  /** A file that is no picture for us may name another to be shown in its place. */
  async #read(path: string): Promise<string | undefined> {
    let item = this.#byPath.get(path);
    for (let step = 0; item && step < MOST_FALLBACKS; step += 1) {
      const bytes = await this.#archive.read(item.path);
      const id = bytes.ok ? this.add(bytes.value) : undefined;
      if (id !== undefined) return id;
      item =
        item.fallback === undefined
          ? undefined
          : this.#book.manifest.get(item.fallback);
    }
    return undefined;
  }

  #keyOf(source: string, base: string): string | undefined {
    if (/^\s*data:image\//iu.test(source)) return source.trim();
    return this.#files.resolve(source, base)?.path;
  }
}

function bytesOfAddress(address: string): Uint8Array | undefined {
  if (address.length > LONGEST_ADDRESS) return undefined;
  const comma = address.indexOf(",");
  const isBase64 = /;\s*base64\s*$/iu.test(address.slice(0, comma));
  const data = address.slice(comma + 1);
  if (isBase64) return new Uint8Array(Buffer.from(data, "base64"));
  try {
    return new TextEncoder().encode(decodeURIComponent(data));
  } catch {
    return undefined;
  }
}
