import {
  isElement,
  isText,
  nameOf,
  oneLine,
  textWithin,
  type DomElement,
  type DomNode,
} from "./dom";

/** Deeper formulas are written as their letters in a row: nobody reads more parentheses than that. */
const MAX_DEPTH = 60;
/** Larger formulas are cut: one line of this length is none any more. */
const MAX_NODES = 20_000;

const BIG = /[\s+\-−*/·×=<>≤≥≠±,]/u;

/**
 * Writes a MathML formula in one line, as one says it in a letter: `(a)/(b)`, `x^2`, `a_1`, `√(x)`. The author's own
 * text (`alttext`) wins unless it is TeX; TeX is only used where there is nothing else.
 */
export function mathText(math: DomElement): string {
  const alt = oneLine(math.getAttribute("alttext") ?? "");
  if (alt !== "" && !/[\\{}]/u.test(alt)) return alt;
  const written = oneLine(new Linear().children(math, 0));
  return written === "" ? alt || annotation(math) : written;
}

class Linear {
  #nodes = 0;

  children(parent: DomNode, depth: number): string {
    return this.#parts(parent, depth).join("");
  }

  #parts(parent: DomNode, depth: number): string[] {
    const parts: string[] = [];
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      this.#nodes += 1;
      if (this.#nodes > MAX_NODES) break;
      if (isElement(node)) {
        const part = this.#element(node, depth + 1);
        // A sign at the beginning or after a parenthesis belongs to its number.
        const isUnary = /^[([{|]?$/u.test((parts.at(-1) ?? "").trim());
        parts.push(isUnary ? part.trim() : part);
      } else if (isText(node) && (node.textContent ?? "").trim() !== "")
        parts.push(oneLine(node.textContent ?? ""));
    }
    return parts;
  }

  #element(element: DomElement, depth: number): string {
    if (depth > MAX_DEPTH) return oneLine(textWithin(element, 200));
    const name = nameOf(element);
    switch (name) {
      case "annotation":
      case "annotation-xml":
      case "mphantom":
      case "maligngroup":
      case "malignmark":
      case "none":
      case "mprescripts":
        return "";
      case "mspace":
        return " ";
      case "mo":
        return operator(this.children(element, depth));
      case "mtext":
        return this.children(element, depth);
      case "ms":
        return `"${this.children(element, depth)}"`;
      case "mtable":
        return `[${this.#parts(element, depth).join("; ")}]`;
      case "mtr":
      case "mlabeledtr":
        return this.#parts(element, depth).join(", ");
      case "msqrt":
        return `√${grouped(this.children(element, depth))}`;
      case "mfenced":
        return this.#fenced(element, depth);
      default:
        return this.#scripted(name, element, depth);
    }
  }

  #scripted(name: string, element: DomElement, depth: number): string {
    const parts = this.#parts(element, depth);
    const [base = "", first = "", second = ""] = parts;
    switch (name) {
      case "mfrac":
        return `${grouped(base)}/${grouped(first)}`;
      case "mroot":
        return `${first === "3" ? "∛" : first === "4" ? "∜" : `root(${first})`}${grouped(base)}`;
      case "msup":
        return base + script("^", first);
      case "msub":
        return base + script("_", first);
      case "msubsup":
      case "munderover":
        return base + script("_", first) + script("^", second);
      case "munder":
        return base + script("_", first);
      case "mover":
        return over(base, first);
      case "mmultiscripts":
        return (
          base +
          parts
            .slice(1)
            .filter(Boolean)
            .map((part) => script("_", part))
            .join("")
        );
      default:
        return parts.join("");
    }
  }

  #fenced(element: DomElement, depth: number): string {
    const open = element.getAttribute("open") ?? "(";
    const close = element.getAttribute("close") ?? ")";
    const separator =
      (element.getAttribute("separators") ?? ",").trim()[0] ?? "";
    const parts = this.#parts(element, depth);
    return `${open}${parts.join(separator === "" ? "" : `${separator} `)}${close}`;
  }
}

function operator(sign: string): string {
  // Invisible times, function application, separator and plus.
  if (/^[\u2061-\u2064]$/u.test(sign)) return sign === "\u2063" ? "," : "";
  if (sign === ",") return ", ";
  return /^(?:[=<>≤≥≠≈≡∼≃≅∈∉⊂⊆⊃⊇→⇒⇔↔↦+−±×·÷∧∨∪∩]|:=)$/u.test(sign)
    ? ` ${sign} `
    : sign;
}

function grouped(part: string): string {
  const inner = part.trim();
  return inner.length <= 1 || /^[\p{L}\p{N}.]+$/u.test(inner)
    ? inner
    : `(${inner})`;
}

function script(sign: string, part: string): string {
  const inner = part.trim();
  if (inner === "") return "";
  if (/^[′″‴'°*†]+$/u.test(inner)) return inner;
  return `${sign}${inner.length > 1 && (BIG.test(inner) || inner.length > 3) ? `(${inner})` : inner}`;
}

/** An accent over one letter is the letter with the accent; anything else stands as a superscript. */
function over(base: string, accent: string): string {
  const combining: Readonly<Record<string, string>> = {
    "¯": "\u0304",
    "‾": "\u0304",
    _: "\u0304",
    "^": "\u0302",
    ˆ: "\u0302",
    "~": "\u0303",
    "˜": "\u0303",
    "˙": "\u0307",
    "¨": "\u0308",
    "→": "\u20D7",
    "⃗": "\u20D7",
    ˇ: "\u030C",
  };
  const sign = combining[accent.trim()];
  if (sign && [...base.trim()].length === 1) return base.trim() + sign;
  if (sign || /^[⏞︷⎴]$/u.test(accent.trim())) return base;
  return base + script("^", accent);
}

function annotation(math: DomElement): string {
  const text = (math.textContent ?? "").slice(0, 2_000);
  return oneLine(text);
}
