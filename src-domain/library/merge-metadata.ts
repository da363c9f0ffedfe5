import type { CorrectableMetadata, ItemChanges } from "./item-changes";

/**
 * The changes that merging makes on the kept item: tags are united, its own first, and what it lacks is filled from
 * the others in their order. What it has is never replaced.
 */
export function mergeMetadata(
  kept: CorrectableMetadata,
  others: readonly CorrectableMetadata[],
): ItemChanges {
  const tags = [...new Set([kept, ...others].flatMap((item) => item.tags))];
  const fromOthers = <Field extends keyof CorrectableMetadata>(
    field: Field,
  ): CorrectableMetadata[Field] | undefined =>
    isEmpty(kept[field])
      ? others.map((item) => item[field]).find((value) => !isEmpty(value))
      : undefined;
  const filled = {
    creators: fromOthers("creators"),
    date: fromOthers("date"),
    language: fromOthers("language"),
    publisher: fromOthers("publisher"),
    url: fromOthers("url"),
    summary: fromOthers("summary"),
    tags: tags.length > kept.tags.length ? tags : undefined,
  };
  return Object.fromEntries(
    Object.entries(filled).filter(([, value]) => value !== undefined),
  );
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === "" ||
    value === "und" ||
    (Array.isArray(value) && value.length === 0)
  );
}
