/** What is to be done with an entry because of its name: read it, leave it out, or refuse the whole archive. */
export type NameVerdict =
  | { readonly kind: "fine" }
  | { readonly kind: "skip"; readonly reason: string }
  | { readonly kind: "refuse"; readonly reason: string };

const FINE: NameVerdict = { kind: "fine" };

/** Names that Windows takes for devices, with any ending. Microsoft, "Naming Files, Paths, and Namespaces". */
const DEVICE =
  /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:[. :].*)?$/iu;

/**
 * Judges the name of an entry. Nothing is ever written under these names; they are judged all the same, because a name
 * that climbs out or holds a NUL is made by nobody honest, and because others may act on it later. What is only unwise
 * on some systems is left out.
 */
export function judgeEntryName(name: string, maxLength: number): NameVerdict {
  if (name.includes("\0")) return refuse("NUL in a name");
  if (name.includes("\\")) return refuse("backslash in a name");
  if (name.startsWith("/") || /^[a-z]:/iu.test(name))
    return refuse("absolute name");
  const parts = name.split("/");
  if (parts.some((part) => part.trim() === "..")) return refuse("traversal");
  if (name === "") return skip("empty name");
  if (name.length > maxLength) return skip("long name");
  if (parts.some((part) => DEVICE.test(part.trim())))
    return skip("device name");
  return FINE;
}

/** Names with equal keys are one file where case, or the way accents are written, makes no difference. */
export function collisionKey(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** A name made fit for a log: control and direction characters written out, cut at 120 characters. */
export function printableName(name: string): string {
  return name
    .slice(0, 120)
    .replace(
      /[\p{Cc}\p{Cf}\p{Cs}]/gu,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

function refuse(reason: string): NameVerdict {
  return { kind: "refuse", reason };
}

function skip(reason: string): NameVerdict {
  return { kind: "skip", reason };
}
