import { childOf, type XmlElement } from "../office/xml-tree";
import { switchOf } from "./property";

/** Tells whether a content control shows only its hint ("Click here to enter text"), which nobody wrote. */
export function isPlaceholder(tag: XmlElement): boolean {
  return switchOf(childOf(tag, "w:sdtPr"), "w:showingPlcHdr") ?? false;
}
