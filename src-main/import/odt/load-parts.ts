import type { PictureStore } from "../picture-store";
import { descendantsOf, type XmlElement } from "../office/xml-tree";
import type { OdtPackage } from "./odt-package";
import { addressOf } from "./read-frame";

/** Loads the pictures the text shows; those that lie elsewhere are never fetched. */
export async function loadPictures(
  parts: OdtPackage,
  text: XmlElement,
  pictures: PictureStore,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const names = new Set(parts.names);
  for (const image of descendantsOf(text, "draw:image")) {
    const name = addressOf(image);
    if (!names.has(name) || ids.has(name)) continue;
    const bytes = await parts.read(name);
    const id = bytes.ok ? pictures.add(bytes.value) : undefined;
    if (id !== undefined) ids.set(name, id);
  }
  return ids;
}

/** Loads the content of objects in the text, which are formulas or charts. */
export async function loadObjects(
  parts: OdtPackage,
  text: XmlElement,
): Promise<ReadonlyMap<string, XmlElement>> {
  const objects = new Map<string, XmlElement>();
  for (const object of descendantsOf(text, "draw:object")) {
    const name = addressOf(object);
    if (name === "" || objects.has(name)) continue;
    const root = await parts.optional(`${name}/content.xml`);
    if (root) objects.set(name, root);
  }
  return objects;
}
