import {
  isElement,
  nameOf,
  nextNode,
  oneLine,
  wordsOf,
  type DomElement,
  type DomNode,
} from "./dom";
import type { DomDocument, DomTree, ParsedPage } from "./parse-html";

const WRAPPER_CLASS =
  /^(?:mathjax|mjx|katex|mwe-math|math-(?:inline|display|container))/u;
const WRAPPER_NAMES = new Set(["mjx-container", "mjx-assistive-mml"]);
/** Wrappers nest three or four deep. */
const CLIMB = 8;

/**
 * Puts each formula in the place of what draws it on the screen: MathJax, KaTeX and MediaWiki keep the formula that can
 * be read hidden among what can be seen. Formulas written in TeX become ones that hold it as their text.
 */
export function freeFormulas({ document, body }: ParsedPage): void {
  const formulas: DomTree[] = [];
  const sources: DomTree[] = [];
  for (
    let node: DomNode | undefined = body;
    node;
    node = nextNode(node, body)
  ) {
    if (!isElement(node)) continue;
    const name = nameOf(node);
    if (name === "math") formulas.push(node as DomTree);
    const type = name === "script" ? node.getAttribute("type") : null;
    if (type && /^math\/tex/iu.test(type)) sources.push(node as DomTree);
  }
  for (const formula of formulas) free(formula, body);
  for (const source of sources) freeSource(source, document);
}

function free(formula: DomTree, body: DomElement): void {
  let outer: DomTree = formula;
  let at = formula.parentNode;
  for (
    let steps = 0;
    steps < CLIMB && isElement(at) && at !== body;
    steps += 1
  ) {
    if (isWrapper(at)) outer = at as DomTree;
    at = at.parentNode;
  }
  if (outer === formula) return;
  const isDisplayed =
    outer.getAttribute("display") === "true" ||
    wordsOf(outer, "class").some((word) => /display|block/u.test(word));
  if (isDisplayed && formula.getAttribute("display") === null)
    formula.setAttribute("display", "block");
  outer.replaceWith(formula);
}

function isWrapper(element: DomElement): boolean {
  return (
    WRAPPER_NAMES.has(nameOf(element)) ||
    wordsOf(element, "class").some((word) => WRAPPER_CLASS.test(word))
  );
}

/** The script that holds a formula's TeX follows what MathJax drew of it; where that holds MathML, it is enough. */
function freeSource(script: DomTree, document: DomDocument): void {
  const drawn: DomTree[] = [];
  let at = script.previousSibling;
  while (at && isElement(at) && isWrapper(at)) {
    drawn.push(at as DomTree);
    at = at.previousSibling;
  }
  const isFreed = isElement(at) && nameOf(at) === "math";
  drawn.forEach((element) => element.remove());
  if (isFreed) return;
  const formula = document.createElement("math");
  formula.setAttribute("alttext", oneLine(script.textContent ?? ""));
  if (/mode\s*=\s*display/iu.test(script.getAttribute("type") ?? ""))
    formula.setAttribute("display", "block");
  script.replaceWith(formula);
}
