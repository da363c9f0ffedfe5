import type { StructuredText } from "#domain/text/blocks";
import { readFileSync } from "node:fs";
import type { ParsedText } from "../import/protocol";
import type { DocumentText } from "./protocol";

/** The blocks of a document's text. `undefined`: an imported text whose parsed form is not there or not the one that was told. */
export function readText(
  text: Exclude<DocumentText, { form: "plain" }>,
): StructuredText | undefined {
  if (text.form === "structured") return text.structured;
  try {
    const parsed = JSON.parse(readFileSync(text.path, "utf8")) as ParsedText;
    return parsed.textHash === text.textHash ? parsed.structured : undefined;
  } catch {
    return undefined;
  }
}
