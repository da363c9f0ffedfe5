import type { ImportFile, ImportStatus } from "#bridge/contract/import";
import { refusalOf } from "../../app/import-words";
import { counted } from "../../app/number-words";

/** `12 items imported, 1 duplicate, 2 files refused`: what came to nothing is not said. */
export function summaryWords(status: ImportStatus): string {
  const { imported, duplicates, refused, cancelled } = status;
  const parts = [
    imported > 0 || status.total === 0
      ? counted(imported, "item imported", "items imported")
      : "nothing new",
    duplicates > 0 ? counted(duplicates, "duplicate", "duplicates") : "",
    refused > 0 ? `${counted(refused, "file", "files")} refused` : "",
    cancelled > 0 ? `${counted(cancelled, "file", "files")} cancelled` : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** How one file fared, in words. */
export function fileWords(file: ImportFile): string {
  switch (file.state) {
    case "waiting":
      return "Waiting";
    case "reading":
      return `${Math.round(file.progress * 100)} %`;
    case "imported":
      return "Imported";
    case "duplicate":
      return "In the library already";
    case "cancelled":
      return "Cancelled";
    case "refused":
      return "Refused";
  }
}

/** The report as plain text, for a mail or a file: the sums, then what needs attention, then the rest. */
export function reportText(
  status: ImportStatus,
  files: readonly ImportFile[],
): string {
  const section = (
    title: string,
    state: ImportFile["state"],
    words: (file: ImportFile) => string,
  ): string[] => {
    const list = files.filter((file) => file.state === state);
    if (list.length === 0) return [];
    return ["", title, ...list.map((file) => `- ${words(file)}`)];
  };
  const place = ({ folder, name }: ImportFile): string =>
    folder === "" ? name : `${folder}/${name}`;
  return [
    `Import: ${summaryWords(status)}`,
    ...section("Refused", "refused", (file) => {
      const { text, advice } = refusalOf(
        file.failure ?? { code: "unknown", detail: "" },
        file.name,
      );
      return `${place(file)}: ${text} ${advice}`;
    }),
    ...section(
      "In the library already",
      "duplicate",
      (file) => `${place(file)}${file.title ? ` (${file.title})` : ""}`,
    ),
    ...section("Cancelled", "cancelled", place),
    ...section(
      "Imported",
      "imported",
      (file) => `${place(file)}${file.title ? ` (${file.title})` : ""}`,
    ),
    "",
  ].join("\n");
}
