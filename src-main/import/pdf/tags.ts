import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api.d.ts";
import type { Tag } from "./fragment";

/** Tags by the id that pdf.js gives to a marked stretch of a page. */
export type Tags = ReadonlyMap<string, Tag>;

/** Roles that say what a stretch of text is; the others (Span, Link, Sect, NonStruct ...) only group. */
const TELLING =
  /^(?:H[1-6]?|Title|P|LI|Lbl|LBody|TH|TD|Note|FENote|Caption|BlockQuote|Artifact|TOCI)$/u;
/** A hostile tree may be as deep as it likes. */
const DEEPEST = 100;

interface TreeNode {
  readonly role: string;
  readonly children: readonly (TreeNode | TreeLeaf)[];
}
interface TreeLeaf {
  readonly type: string;
  readonly id: string;
}

/** Elements whose paragraphs stay what they are in: an item of a list, a cell, a note. */
const HOLDING = /^(?:LI|TH|TD|Note|FENote|BlockQuote|Caption|TOCI)$/u;

function tagOf(
  role: string,
  element: number,
  outer: Tag | undefined,
): Tag | undefined {
  if (!TELLING.test(role)) return outer;
  if (!outer || !HOLDING.test(outer.role) || HOLDING.test(role))
    return { role, element };
  // The bullet and the words of an item are one.
  return outer.role === "LI" ? outer : { role: outer.role, element };
}

/** What the file's own structure says about the page's text; `undefined` when it says nothing. */
export async function readTags(page: PDFPageProxy): Promise<Tags | undefined> {
  let tree: TreeNode | null;
  try {
    tree = (await page.getStructTree()) as TreeNode | null;
  } catch {
    // A broken structure says nothing; the text is there all the same.
    return undefined;
  }
  if (!tree) return undefined;
  const tags = new Map<string, Tag>([
    ["Artifact", { role: "Artifact", element: 0 }],
  ]);
  let elements = 0;
  const visit = (
    node: TreeNode | TreeLeaf,
    tag: Tag | undefined,
    depth: number,
  ): void => {
    if (!("children" in node)) {
      if (tag && node.type === "content") tags.set(node.id, tag);
      return;
    }
    if (depth > DEEPEST) return;
    elements += 1;
    const own = tagOf(node.role, elements, tag);
    for (const child of node.children) visit(child, own, depth + 1);
  };
  visit(tree, undefined, 0);
  return tags.size > 1 ? tags : undefined;
}
