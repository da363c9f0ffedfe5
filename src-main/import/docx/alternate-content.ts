import { childOf, childrenOf, type XmlElement } from "../office/xml-tree";

/** Newer drawings whose texts and pictures are read; others are taken from their fallback. */
const UNDERSTOOD = /^(?:wps|wpg|wpc|wp14|w1\d\w*|a14|asvg|v|m)$/u;

/** Chooses the form of `mc:AlternateContent` to read: the first that is understood, else the fallback (ECMA-376 part 3). */
export function chooseAlternative(
  alternate: XmlElement,
): XmlElement | undefined {
  const chosen = childrenOf(alternate, "mc:Choice").find((choice) =>
    (choice.attributes["Requires"] ?? "")
      .split(/\s+/u)
      .every((prefix) => UNDERSTOOD.test(prefix)),
  );
  return chosen ?? childOf(alternate, "mc:Fallback");
}
