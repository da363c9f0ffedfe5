/** Why a file was refused, told apart by what a person can do about it. */
export const READ_FAILURE_CODES = [
  /** No reader for what the bytes are. */
  "unsupported-format",
  /** The bytes are not what they claim, or break off. */
  "damaged-file",
  /** A password is needed, or the given one does not fit. */
  "password-needed",
  /** Locked by a publisher's digital rights management; `detail` names it. */
  "drm-protected",
  /** Pictures of pages without any text. */
  "no-text",
  /** Over a cap on sizes, entries or ratio, or a name that climbs out; `detail` names the cap. */
  "archive-unsafe",
  /** Larger than is read. */
  "too-large",
  /** Ten seconds without progress, or sixty in all. */
  "read-timeout",
  /** Over 512 MB. */
  "read-memory",
  /** The reading process ended by itself. */
  "reader-crashed",
] as const;
export type ReadFailureCode = (typeof READ_FAILURE_CODES)[number];
