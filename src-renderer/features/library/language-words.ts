const NAMES = new Intl.DisplayNames(["en-GB"], {
  type: "language",
  fallback: "code",
});

/** A language by its English name; a code nobody knows stays as it is. */
export function languageWord(code: string): string {
  if (code === "" || code === "und") return "Not known";
  try {
    return NAMES.of(code) ?? code;
  } catch {
    return code; // not well formed
  }
}
