const LONGEST = 80;
/** What one file system or another does not take in a name, and what would be a path or hidden. */
const FORBIDDEN = /[\p{Cc}<>:"/\\|?*\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** A name that is proposed for the PDF of an item: its title, as far as every system takes it. */
export function pdfNameFor(title: string): string {
  const name = Array.from(
    title.normalize("NFC").replace(FORBIDDEN, " ").replace(/\s+/gu, " "),
  )
    .slice(0, LONGEST)
    .join("")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu.test(name);
  return name === "" || isReserved ? `Item ${name}`.trim() : name;
}
