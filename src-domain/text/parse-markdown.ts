import type {
  AlignType,
  List,
  ListItem,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type {
  Block,
  BlockKind,
  Mark,
  MarkKind,
  StructuredText,
  TableCell,
} from "./blocks";

/** Raise this when the same Markdown would give another canonical text than before. */
export const MARKDOWN_TEXT_VERSION = 1;

/**
 * Reads CommonMark with the GFM extensions into blocks over one canonical text. Blocks are separated by a blank line,
 * cells of a table by a tab and its rows by a line break; raw HTML is kept as plain text, images as their description.
 */
export function parseMarkdown(markdown: string): StructuredText {
  const tree = fromMarkdown(markdown.replace(/\r\n?/gu, "\n"), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const writer = new BlockWriter();
  writer.writeAll(tree, { quote: 0, list: 0 });
  return {
    version: MARKDOWN_TEXT_VERSION,
    text: writer.text,
    blocks: writer.blocks,
  };
}

/** How deep in quotations and lists a block stands. */
interface Depth {
  readonly quote: number;
  readonly list: number;
}

interface ItemHead {
  readonly level: number;
  readonly number?: number;
}

class BlockWriter {
  text = "";
  readonly blocks: Block[] = [];

  writeAll(
    parent: Root | { children: readonly RootContent[] },
    depth: Depth,
  ): void {
    for (const node of parent.children) this.#write(node, depth);
  }

  #write(node: RootContent, depth: Depth, item?: ItemHead): void {
    switch (node.type) {
      case "heading":
        return this.#phrasing("heading", node.children, { level: node.depth });
      case "paragraph":
        if (item) return this.#phrasing("list-item", node.children, item);
        if (depth.quote > 0)
          return this.#phrasing("quotation", node.children, {
            level: depth.quote,
          });
        return this.#phrasing("paragraph", node.children, {});
      case "blockquote":
        return this.writeAll(node, { ...depth, quote: depth.quote + 1 });
      case "list":
        return this.#list(node, { ...depth, list: depth.list + 1 });
      case "code":
        return this.#open("code", {}, () => this.#raw(node.value));
      case "html":
        return this.#open("paragraph", {}, () => this.#raw(node.value));
      case "thematicBreak":
        return this.#open("rule", {}, () => undefined);
      case "table":
        return this.#table(node);
      case "footnoteDefinition":
        return this.#footnote(node.children, node.label ?? node.identifier);
      default:
        return;
    }
  }

  #list(list: List, depth: Depth): void {
    list.children.forEach((item, index) => {
      const number = list.ordered ? (list.start ?? 1) + index : undefined;
      this.#listItem(item, depth, {
        level: depth.list,
        ...(number === undefined ? {} : { number }),
      });
    });
  }

  #listItem(item: ListItem, depth: Depth, head: ItemHead): void {
    item.children.forEach((child, index) =>
      this.#write(child, depth, index === 0 ? head : undefined),
    );
  }

  #footnote(children: readonly RootContent[], label: string): void {
    for (const child of children) {
      if (child.type === "paragraph")
        this.#phrasing("footnote", child.children, { label });
      else this.#write(child, { quote: 0, list: 0 });
    }
  }

  #phrasing(
    kind: BlockKind,
    children: readonly PhrasingContent[],
    extra: Partial<Block>,
  ): void {
    this.#open(kind, extra, (marks) =>
      children.forEach((child) => this.#inline(child, marks)),
    );
  }

  #table(table: Table): void {
    const rows: TableCell[][] = [];
    this.#open("table", { rows }, () => {
      table.children.forEach((row, rowIndex) => {
        if (rowIndex > 0) this.#raw("\n");
        rows.push(
          row.children.map((cell, column) => {
            if (column > 0) this.#raw("\t");
            const [start, marks]: [number, Mark[]] = [this.text.length, []];
            cell.children.forEach((child) => this.#inline(child, marks));
            const align = alignOf(table.align?.[column]);
            return {
              start,
              end: this.text.length,
              isHeader: rowIndex === 0,
              marks,
              ...(align ? { align } : {}),
            };
          }),
        );
      });
    });
  }

  #open(
    kind: BlockKind,
    extra: Partial<Block>,
    fill: (marks: Mark[]) => void,
  ): void {
    if (this.blocks.length > 0) this.text += "\n\n";
    const [start, marks]: [number, Mark[]] = [this.text.length, []];
    fill(marks);
    this.blocks.push({ kind, start, end: this.text.length, marks, ...extra });
  }

  #inline(node: PhrasingContent, marks: Mark[]): void {
    const start = this.text.length;
    const wrap = (
      kind: MarkKind,
      children: readonly Nodes[],
      target?: string,
    ): void => {
      children.forEach((child) =>
        this.#inline(child as PhrasingContent, marks),
      );
      marks.push({
        kind,
        start,
        end: this.text.length,
        ...(target === undefined ? {} : { target }),
      });
    };
    switch (node.type) {
      case "text":
        return this.#raw(node.value.replace(/\n/gu, " "));
      case "emphasis":
        return wrap("emphasis", node.children);
      case "strong":
        return wrap("strong", node.children);
      case "delete":
        return wrap("strikethrough", node.children);
      case "link":
        return wrap("link", node.children, node.url);
      case "linkReference":
        node.children.forEach((child) => this.#inline(child, marks));
        return;
      case "inlineCode":
        this.#raw(node.value);
        return wrap("code", []);
      case "break":
        return this.#raw("\n");
      case "image":
      case "imageReference":
        return this.#raw(node.alt ?? "");
      case "html":
        return this.#raw(node.value);
      case "footnoteReference":
        this.#raw(node.label ?? node.identifier);
        return wrap("footnote-reference", [], node.label ?? node.identifier);
      default:
        return;
    }
  }

  #raw(text: string): void {
    this.text += text;
  }
}

function alignOf(align: AlignType | undefined): TableCell["align"] {
  return align ?? undefined;
}
