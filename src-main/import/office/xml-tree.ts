/** An XML element with names in the prefixes of this program, whatever prefixes the file uses. */
export interface XmlElement {
  /** For instance `w:p`; see the table of namespaces of the format. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Tells an element from letters. */
export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== "string";
}

/** The first child of that name. */
export function childOf(
  element: XmlElement | undefined,
  name: string,
): XmlElement | undefined {
  return element?.children.find(
    (node): node is XmlElement => isElement(node) && node.name === name,
  );
}

/** All children of that name, in order. */
export function childrenOf(
  element: XmlElement | undefined,
  name: string,
): XmlElement[] {
  return (element?.children ?? []).filter(
    (node): node is XmlElement => isElement(node) && node.name === name,
  );
}

/** Everything of that name below the element, in document order; nothing inside a found one is looked at. */
export function descendantsOf(
  element: XmlElement | undefined,
  name: string,
): XmlElement[] {
  const found: XmlElement[] = [];
  const look = (parent: XmlElement): void => {
    for (const node of parent.children) {
      if (!isElement(node)) continue;
      if (node.name === name) found.push(node);
      else look(node);
    }
  };
  if (element) look(element);
  return found;
}

/** All letters below the element. */
export function lettersOf(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((node) => (isElement(node) ? lettersOf(node) : node))
    .join("");
}
