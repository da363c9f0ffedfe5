/** Parts of a name as different programs call them. */
const NAME_KEYS = ["name", "literal", "full", "fullName", "displayName"];
const GIVEN_KEYS = ["given", "givenName", "first", "firstName", "forename"];
const FAMILY_KEYS = ["family", "familyName", "last", "lastName", "surname"];

/**
 * The names that a field of metadata means: a text, an object with a name or its parts, or a list of them. A name in
 * parts is written "Family, Given", so that its parts can be told again.
 */
export function readNames(value: unknown): string[] {
  if (typeof value === "string") return splitNames(value);
  if (Array.isArray(value)) return value.flatMap((one) => namesOfOne(one));
  return namesOfOne(value);
}

function namesOfOne(value: unknown): string[] {
  if (typeof value === "string") return tidy(value);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const [given, family] = [
    firstText(fields, GIVEN_KEYS),
    firstText(fields, FAMILY_KEYS),
  ];
  if (family !== undefined)
    return tidy(given === undefined ? family : `${family}, ${given}`);
  const name = firstText(fields, NAME_KEYS) ?? given;
  return name === undefined ? [] : tidy(name);
}

function firstText(
  fields: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): string | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return undefined;
}

/** One text may hold several names; "Kucera, Joshua" is one. */
function splitNames(text: string): string[] {
  const parts = text.split(/\s*;\s*|\s+(?:and|&)\s+|\s*\|\s*/u);
  return parts.flatMap((part) => {
    const pieces = part.split(/\s*,\s*/u).filter((piece) => piece !== "");
    const areNames =
      pieces.length > 1 &&
      pieces.every((piece) => /^\p{Lu}\S*(?: \S+)+$/u.test(piece));
    return (areNames ? pieces : [part]).flatMap(tidy);
  });
}

function tidy(name: string): string[] {
  const plain = name
    .replace(/\s+/gu, " ")
    .replace(/^by\s+/iu, "")
    .trim();
  return plain === "" ? [] : [plain];
}
