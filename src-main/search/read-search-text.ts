import type { StructuredText } from "#domain/text/blocks";
import { readFileSync } from "node:fs";
import type { ParsedText } from "../import/protocol";
import type { SearchText } from "./protocol";

/** Reads an imported text from its parsed form; `undefined` when it is not there or not the one that was told. */
export function readSearchText({
  path,
  textHash,
}: SearchText): StructuredText | undefined {
  try {
    const parsed = JSON.parse(readFileSync(path, "utf8")) as ParsedText;
    return parsed.textHash === textHash ? parsed.structured : undefined;
  } catch {
    return undefined;
  }
}
