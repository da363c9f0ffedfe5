import { group, joinFormula, script } from "./formula-text";
import { isElement, lettersOf, type XmlElement } from "./xml-tree";

/** Writes a MathML formula (elements under the prefix `math`) in one line, as people type formulas: `x^2`, `(a+b)/c`. */
export function linearMathml(math: XmlElement): string {
  return write(math).replace(/\s+/gu, " ").trim();
}

function write(element: XmlElement): string {
  const parts = element.children.filter(isElement);
  const at = (index: number): string => {
    const part = parts[index];
    return part ? write(part) : "";
  };
  switch (element.name) {
    case "math:mi":
    case "math:mn":
    case "math:mo":
    case "math:mtext":
    case "math:ms":
      return lettersOf(element).trim();
    case "math:mspace":
      return " ";
    case "math:annotation":
    case "math:annotation-xml":
    case "math:mphantom":
      return "";
    case "math:mfrac":
      return `${group(at(0))}/${group(at(1))}`;
    case "math:msup":
    case "math:mover":
      return at(0) + script("^", at(1));
    case "math:msub":
    case "math:munder":
      return at(0) + script("_", at(1));
    case "math:msubsup":
    case "math:munderover":
      return at(0) + script("_", at(1)) + script("^", at(2));
    case "math:msqrt":
      return `√(${joinFormula(parts.map(write))})`;
    case "math:mroot":
      return `√[${at(1)}](${at(0)})`;
    case "math:mfenced":
      return `${element.attributes["open"] ?? "("}${parts.map(write).join(", ")}${element.attributes["close"] ?? ")"}`;
    case "math:mtable":
      return `[${parts.map(write).join("; ")}]`;
    case "math:mtr":
      return parts.map(write).join(", ");
    default:
      return joinFormula(parts.map(write));
  }
}
