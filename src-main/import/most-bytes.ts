/** Larger files are refused: a reader needs several times a file's size in memory. */
export const MOST_BYTES = 256 * 1024 * 1024;
