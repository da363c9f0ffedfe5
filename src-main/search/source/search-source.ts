import type { KnownName, SearchDocument, ToldDocument } from "../protocol";

/** One kind of documents. */
export interface DocumentSource {
  /** Beginning of its keys, such as `note/`. */
  readonly prefix: string;
  /** What there is, in pieces; `under` limits it to keys that begin so. */
  tell(under?: string): AsyncIterable<readonly ToldDocument[]>;
  /** `undefined`: it is not there any more. */
  get(key: string): Promise<SearchDocument | undefined>;
}

/** Everything that can be found. */
export interface SearchSource {
  names(): readonly KnownName[];
  /** What there is, in pieces; `under` limits it to keys that begin so. */
  tell(under?: string): AsyncIterable<readonly ToldDocument[]>;
  get(keys: readonly string[]): Promise<{
    readonly documents: readonly SearchDocument[];
    readonly absent: readonly string[];
  }>;
}

/** Several kinds of documents as one source. */
export function joinSources(
  names: () => readonly KnownName[],
  sources: () => readonly DocumentSource[],
): SearchSource {
  return {
    names,
    async *tell(under = "") {
      for (const source of sources())
        if (under.startsWith(source.prefix) || source.prefix.startsWith(under))
          yield* source.tell(under);
    },
    async get(keys) {
      const all = sources();
      const documents: SearchDocument[] = [];
      const absent: string[] = [];
      for (const key of keys) {
        const source = all.find(({ prefix }) => key.startsWith(prefix));
        const document = await source?.get(key);
        if (document) documents.push(document);
        else absent.push(key);
      }
      return { documents, absent };
    },
  };
}
