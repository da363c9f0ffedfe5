import { childOf, type XmlElement } from "../office/xml-tree";

/** The `w:val` of a property element below `parent`. */
export function valueOf(
  parent: XmlElement | undefined,
  name: string,
): string | undefined {
  return childOf(parent, name)?.attributes["w:val"];
}

/** A switch: present without value means on; absent means `undefined` (ECMA-376 part 1, 17.3.2 and 22.9.2.7). */
export function switchOf(
  parent: XmlElement | undefined,
  name: string,
): boolean | undefined {
  const element = childOf(parent, name);
  if (!element) return undefined;
  const value = element.attributes["w:val"];
  return value === undefined || !/^(?:0|false|off|none)$/u.test(value);
}

/** A whole number; `undefined` for anything else. */
export function numberOf(
  parent: XmlElement | undefined,
  name: string,
): number | undefined {
  return wholeNumber(valueOf(parent, name));
}

/** Reads a whole number; `undefined` for anything else. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/u.test(text)
    ? Number(text)
    : undefined;
}
