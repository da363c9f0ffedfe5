import { isElement, nameOf, nextNode, oneLine, type DomNode } from "./dom";
import type { DomTree } from "./parse-html";

/** A description that this many pictures share was put there by a program. */
const SHARED_BY = 3;
const MADE =
  /^(?:illustration for article titled|image (?:may contain|result for))\b/iu;

/** Takes away descriptions of pictures that describe none: the page's own title, and the same words for all of them. */
export function dropEmptyDescriptions(root: DomTree, title: string): void {
  const byWords = new Map<string, DomTree[]>();
  for (
    let node: DomNode | undefined = root;
    node;
    node = nextNode(node, root)
  ) {
    if (!isElement(node) || nameOf(node) !== "img") continue;
    const words = oneLine(node.getAttribute("alt") ?? "").toLowerCase();
    if (words === "") continue;
    const others = byWords.get(words);
    if (others) others.push(node as DomTree);
    else byWords.set(words, [node as DomTree]);
  }
  const own = oneLine(title).toLowerCase();
  for (const [words, pictures] of byWords) {
    const isTitle =
      own !== "" && own.startsWith(words.replace(/(?:…|\.{3})$/u, ""));
    const describesNone =
      MADE.test(words) ||
      (words.length > 8 && isTitle) ||
      isShared(words, pictures);
    if (describesNone)
      pictures.forEach((picture) => picture.removeAttribute("alt"));
  }
}

/** Signs that stand for letters are rightly the same each time. */
function isShared(words: string, pictures: readonly DomTree[]): boolean {
  return pictures.length >= SHARED_BY && words.length > 3;
}
