import {
  childOf,
  childrenOf,
  descendantsOf,
  lettersOf,
  type XmlElement,
} from "../office/xml-tree";

/** The texts of a diagram ("SmartArt") in the order its model lists them; how they are drawn is left out. */
export function readDiagram(model: XmlElement | undefined): string[] {
  return childrenOf(childOf(model, "dgm:ptLst"), "dgm:pt")
    .map((point) =>
      childrenOf(childOf(point, "dgm:t"), "a:p")
        .map((paragraph) =>
          descendantsOf(paragraph, "a:t").map(lettersOf).join(""),
        )
        .filter((line) => line.trim() !== "")
        .join(" "),
    )
    .filter((text) => text.trim() !== "");
}
