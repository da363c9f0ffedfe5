import type { SearchDocument } from "../protocol";
import { fingerprintOf } from "./fingerprint";
import { inPieces } from "./in-pieces";
import type { DocumentSource } from "./search-source";

export type Unmarked = Omit<SearchDocument, "key" | "fingerprint">;

/** Documents that are all in memory already, such as what is known; `list` is asked anew each time. */
export function listDocuments<Record extends { readonly id: string }>(
  prefix: string,
  list: () => readonly Record[],
  toDocument: (record: Record) => Unmarked,
): DocumentSource {
  const marked = (record: Record): SearchDocument => {
    const document = toDocument(record);
    return {
      key: prefix + record.id,
      fingerprint: fingerprintOf(document),
      ...document,
    };
  };
  function* told() {
    for (const record of list()) {
      const { key, fingerprint } = marked(record);
      yield { key, fingerprint };
    }
  }
  return {
    prefix,
    tell: () => inPieces(told()),
    get(key) {
      const id = key.slice(prefix.length);
      const record = list().find((each) => each.id === id);
      return Promise.resolve(record && marked(record));
    },
  };
}
