import type { ReadFailureCode } from "#main/import/reader";
import { BOMBS } from "./hostile-bombs";
import { NAMES } from "./hostile-names";
import { STRUCTURES } from "./hostile-structures";

/** An archive that attacks its reader, made when it is needed. */
export interface HostileArchive {
  readonly title: string;
  readonly make: () => Uint8Array;
  /**
   * How it must end: refused on opening, refused on reading one of its entries, or harmless with exactly these names.
   */
  readonly ends:
    | { readonly opening: ReadFailureCode }
    | { readonly reading: ReadFailureCode }
    | { readonly names: readonly string[] };
}

/** All of them. Nothing here comes from elsewhere. */
export const HOSTILE_ARCHIVES: readonly HostileArchive[] = [
  ...BOMBS,
  ...NAMES,
  ...STRUCTURES,
];
