import { isElement, nameOf, nextNode, wordsOf, type DomNode } from "./dom";
import type { DomTree, ParsedPage } from "./parse-html";

const SIGNS = /shadowroot|mw-editsection/iu;

/**
 * Brings a page into the shape in which it was seen: saved components keep what they show in a template, and wikis put
 * a link for editing behind every heading.
 */
export function tidyPage(html: string, { document, body }: ParsedPage): void {
  if (!SIGNS.test(html)) return;
  const components: DomTree[] = [];
  const editing: DomTree[] = [];
  for (
    let node: DomNode | undefined = body;
    node;
    node = nextNode(node, body)
  ) {
    if (!isElement(node)) continue;
    if (nameOf(node) === "template" && isShadow(node as DomTree))
      components.push(node as DomTree);
    else if (wordsOf(node, "class").includes("mw-editsection"))
      editing.push(node as DomTree);
  }
  editing.forEach((element) => element.remove());
  for (const component of components) {
    const shown = document.createElement("div");
    while (component.firstChild) shown.appendChild(component.firstChild);
    component.replaceWith(shown);
  }
}

function isShadow(template: DomTree): boolean {
  return ["shadowrootmode", "shadowroot"].some(
    (name) => template.getAttribute(name) !== null,
  );
}
