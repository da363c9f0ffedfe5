/** Something wrong that a check found, and whether it was put right. */
export interface LibraryFault {
  readonly code: string;
  /** Within the library, or the name of a record. */
  readonly path: string;
  readonly detail: string;
  readonly repaired: boolean;
}
