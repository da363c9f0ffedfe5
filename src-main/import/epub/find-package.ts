import type { Archive } from "../archive/archive";
import type { BookFiles } from "./book-files";
import { readMarkup } from "./read-markup";
import { descendants, parseXmlTree } from "./xml-tree";

const CONTAINER = "META-INF/container.xml";
/** Archives made by macOS hold a second, meaningless file beside each. */
const MACOS_COPY = /^__MACOSX\/|(?:^|\/)\._/u;

/**
 * Finds the package document: the first that the container names and that is there. Without a container that leads
 * anywhere, the first file with the ending of a package, for such books open in other programs too.
 */
export async function findPackage(
  archive: Archive,
  files: BookFiles,
): Promise<string | undefined> {
  const container = files.find(CONTAINER);
  const xml = container && (await readMarkup(archive, container));
  const root = xml ? parseXmlTree(xml) : undefined;
  for (const rootfile of root ? descendants(root, "rootfile") : []) {
    const href = rootfile.attributes.get("full-path") ?? "";
    const path = files.find(href) ?? files.resolve(href, "")?.path;
    if (path !== undefined && archive.has(path)) return path;
  }
  return archive
    .names()
    .find((name) => /\.opf$/iu.test(name) && !MACOS_COPY.test(name));
}
