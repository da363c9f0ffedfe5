import type { Archive } from "../archive/archive";
import type { BookFiles } from "./book-files";
import { readMarkup } from "./read-markup";
import { descendants, parseXmlTree, type XmlElement } from "./xml-tree";

/** Ways to make fonts useless outside the book; text stays readable. EPUB 3.3, 4.4, and Adobe's own. */
const FONT_OBFUSCATION: readonly string[] = [
  "http://www.idpf.org/2008/embedding",
  "http://ns.adobe.com/pdf/enc#RC",
];

/** Marks of the schemes in `rights.xml` and `encryption.xml`, the more particular first. */
const SCHEMES: readonly (readonly [RegExp, string])[] = [
  [/readium\.org\/2014\/01\/lcp/iu, "Readium LCP"],
  [/itunes\.apple\.com|fairplay/iu, "Apple FairPlay"],
  [/kobo|kdrm/iu, "Kobo"],
  [/barnesandnoble|nook/iu, "Barnes & Noble"],
  [/marlin/iu, "Marlin"],
  [/ns\.adobe\.com\/adept/iu, "Adobe ADEPT"],
];
/** Adobe's rights hold a key of 172 letters for its own accounts, and one of 64 for those of Barnes & Noble. */
const BARNES_AND_NOBLE_KEY = /<(?:\w+:)?encryptedKey[^>]*>\s*\S{64}\s*</u;

/** The name of the digital rights management that locks a book, if one does. */
export async function detectProtection(
  archive: Archive,
  files: BookFiles,
): Promise<string | undefined> {
  const find = (name: string): string | undefined =>
    files.find(`META-INF/${name}`) ?? files.find(name);
  const read = async (name: string): Promise<string> => {
    const path = find(name);
    return (path && (await readMarkup(archive, path))) ?? "";
  };
  if (find("license.lcpl")) return "Readium LCP";
  if (find("sinf.xml")) return "Apple FairPlay";
  const rights = await read("rights.xml");
  const encryption = await read("encryption.xml");
  const algorithms = lockedBy(encryption);
  if (BARNES_AND_NOBLE_KEY.test(rights)) return "Barnes & Noble";
  if (rights === "" && algorithms.length === 0) return undefined;
  const told = `${rights}\n${algorithms.length > 0 ? encryption : ""}`;
  const scheme = SCHEMES.find(([mark]) => mark.test(told))?.[1];
  return scheme ?? `unknown (${algorithms[0] ?? "rights.xml"})`;
}

/** Ways in which files are encrypted, apart from the obfuscation of fonts. */
function lockedBy(encryption: string): readonly string[] {
  const root = encryption === "" ? undefined : parseXmlTree(encryption);
  if (!root) return [];
  return descendants(root, "EncryptedData")
    .map(algorithmOf)
    .filter((algorithm) => !FONT_OBFUSCATION.includes(algorithm));
}

function algorithmOf(encryptedData: XmlElement): string {
  const [method] = descendants(encryptedData, "EncryptionMethod");
  return method?.attributes.get("Algorithm")?.trim() ?? "no algorithm named";
}
