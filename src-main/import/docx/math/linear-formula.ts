import {
  childOf,
  childrenOf,
  isElement,
  lettersOf,
  type XmlElement,
} from "../../office/xml-tree";
import { group, joinFormula, script } from "../../office/formula-text";

/**
 * Writes an Office formula (`m:oMath`, ECMA-376 part 1, 22.1) in one line, as people type formulas: `x^2`,
 * `(a+b)/c`, `√(x)`, `∑_(i=1)^n`.
 */
export function linearFormula(math: XmlElement): string {
  return contentOf(math).replace(/\s+/gu, " ").trim();
}

function contentOf(parent: XmlElement | undefined): string {
  return joinFormula((parent?.children ?? []).filter(isElement).map(write));
}

function part(element: XmlElement, name: string): string {
  return contentOf(childOf(element, name));
}

function property(
  element: XmlElement,
  properties: string,
  name: string,
): string | undefined {
  const found = childOf(childOf(element, properties), name);
  return found && (found.attributes["m:val"] ?? "");
}

function write(element: XmlElement): string {
  switch (element.name) {
    case "m:r":
    case "w:r":
      return childrenOf(element, "m:t")
        .concat(childrenOf(element, "w:t"))
        .map(lettersOf)
        .join("");
    case "m:f":
      return property(element, "m:fPr", "m:type") === "noBar"
        ? `(${part(element, "m:num")} ¦ ${part(element, "m:den")})`
        : `${group(part(element, "m:num"))}/${group(part(element, "m:den"))}`;
    case "m:sSup":
      return part(element, "m:e") + script("^", part(element, "m:sup"));
    case "m:sSub":
      return part(element, "m:e") + script("_", part(element, "m:sub"));
    case "m:sSubSup":
      return (
        part(element, "m:e") +
        script("_", part(element, "m:sub")) +
        script("^", part(element, "m:sup"))
      );
    case "m:sPre":
      return (
        script("_", part(element, "m:sub")) +
        script("^", part(element, "m:sup")) +
        part(element, "m:e")
      );
    case "m:rad": {
      const degree = part(element, "m:deg");
      return `√${degree === "" ? "" : `[${degree}]`}(${part(element, "m:e")})`;
    }
    case "m:nary":
      return writeNary(element);
    case "m:d":
      return writeDelimited(element);
    case "m:func":
      return `${part(element, "m:fName")} ${part(element, "m:e")}`;
    case "m:limLow":
      return part(element, "m:e") + script("_", part(element, "m:lim"));
    case "m:limUpp":
      return part(element, "m:e") + script("^", part(element, "m:lim"));
    case "m:acc":
      // A combining sign follows the letter it is set over.
      return (
        part(element, "m:e") +
        (property(element, "m:accPr", "m:chr") ?? "\u0302")
      );
    case "m:m":
      return `[${childrenOf(element, "m:mr")
        .map((row) => childrenOf(row, "m:e").map(contentOf).join(", "))
        .join("; ")}]`;
    case "m:eqArr":
      return childrenOf(element, "m:e").map(contentOf).join("; ");
    case "w:del":
    case "w:moveFrom":
      return "";
    default:
      // Properties hold no letters; every other element shows what it holds.
      return element.name.endsWith("Pr") ? "" : contentOf(element);
  }
}

function writeNary(element: XmlElement): string {
  return (
    (property(element, "m:naryPr", "m:chr") ?? "∫") +
    script("_", part(element, "m:sub")) +
    script("^", part(element, "m:sup")) +
    ` ${part(element, "m:e")}`
  );
}

function writeDelimited(element: XmlElement): string {
  const open = property(element, "m:dPr", "m:begChr") ?? "(";
  const close = property(element, "m:dPr", "m:endChr") ?? ")";
  const between = property(element, "m:dPr", "m:sepChr") ?? "|";
  return open + childrenOf(element, "m:e").map(contentOf).join(between) + close;
}
