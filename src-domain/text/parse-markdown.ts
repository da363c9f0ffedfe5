import type {
  AlignType,
  Heading,
  List,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { BlockKind, StructuredText, TableCell } from "./blocks";
import { markdownProgress } from "./markdown-progress";
import { TextWriter, type BlockExtra } from "./text-writer";

/** Raise this when the same Markdown would give another canonical text than before. */
export const MARKDOWN_TEXT_VERSION = 1;

/** How Markdown that others wrote differs from our own. */
export interface MarkdownOptions {
  /** Writes a block of raw HTML; then its inline tags are left out as well. Without it, HTML is kept as plain text. */
  readonly writeHtml?: (html: string, to: TextWriter) => void;
  /** Told the text of a heading of the first level that begins the document; `true` leaves it out. */
  readonly leavesOutTitle?: (text: string) => boolean;
  /** Told how far the parser has come, 0-1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Reads CommonMark with the GFM extensions into blocks over one canonical text. Blocks are separated by a blank line,
 * cells of a table by a tab and its rows by a line break; raw HTML is kept as plain text, images as their description.
 */
export function parseMarkdown(
  markdown: string,
  options: MarkdownOptions = {},
): StructuredText {
  const source = markdown.replace(/\r\n?/gu, "\n");
  const watch = options.onProgress
    ? markdownProgress(source.length, options.onProgress)
    : { extensions: [], mdastExtensions: [] };
  const tree = fromMarkdown(source, {
    extensions: [gfm(), ...watch.extensions],
    mdastExtensions: [gfmFromMarkdown(), ...watch.mdastExtensions],
  });
  const writer = new MarkdownWriter(options, addressesOf(tree));
  const [first, ...rest] = tree.children;
  // A document that is nothing but its title keeps it: an item has a text.
  const isTitle =
    rest.length > 0 &&
    first?.type === "heading" &&
    first.depth === 1 &&
    options.leavesOutTitle?.(lettersOf(first)) === true;
  writer.writeAll(isTitle ? { children: rest } : tree, { quote: 0, list: 0 });
  return writer.finish();
}

/** Addresses that links by name lead to. The first definition of a name counts (CommonMark 0.31, section 4.7). */
function addressesOf(tree: Root): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  const open: { children: readonly RootContent[] }[] = [tree];
  for (const parent of open)
    for (const node of parent.children) {
      if (node.type === "definition" && !addresses.has(node.identifier))
        addresses.set(node.identifier, node.url);
      else if (
        node.type === "blockquote" ||
        node.type === "list" ||
        node.type === "listItem" ||
        node.type === "footnoteDefinition"
      )
        open.push(node);
    }
  return addresses;
}

/** The letters of a heading, as they would be written. */
function lettersOf(node: Heading | PhrasingContent): string {
  if ("children" in node) return node.children.map(lettersOf).join("");
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  return node.type === "image" ? (node.alt ?? "") : "";
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

class MarkdownWriter {
  readonly #to = new TextWriter();
  readonly #writeHtml: MarkdownOptions["writeHtml"];
  readonly #addresses: ReadonlyMap<string, string>;

  constructor(
    { writeHtml }: MarkdownOptions,
    addresses: ReadonlyMap<string, string>,
  ) {
    this.#writeHtml = writeHtml;
    this.#addresses = addresses;
  }

  writeAll(
    parent: Root | { children: readonly RootContent[] },
    depth: Depth,
  ): void {
    for (const node of parent.children) this.#write(node, depth);
  }

  finish(): StructuredText {
    return this.#to.finish(MARKDOWN_TEXT_VERSION);
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
        return this.#to.block("code", {}, () => this.#to.write(node.value));
      case "html":
        if (this.#writeHtml) return this.#writeHtml(node.value, this.#to);
        return this.#to.block("paragraph", {}, () =>
          this.#to.write(node.value),
        );
      case "thematicBreak":
        return this.#to.block("rule", {}, () => undefined);
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
    extra: BlockExtra,
  ): void {
    this.#to.block(kind, extra, () => this.#inlines(children));
  }

  #table(table: Table): void {
    this.#to.table(
      table.children.map((row, rowIndex) =>
        row.children.map((cell, column) => {
          const align = alignOf(table.align?.[column]);
          return {
            isHeader: rowIndex === 0,
            ...(align ? { align } : {}),
            fill: () => this.#inlines(cell.children),
          };
        }),
      ),
    );
  }

  #inlines(nodes: readonly PhrasingContent[]): void {
    nodes.forEach((node) => this.#inline(node));
  }

  #inline(node: PhrasingContent): void {
    const to = this.#to;
    switch (node.type) {
      case "text":
        return to.write(node.value.replace(/\n/gu, " "));
      case "emphasis":
        return to.mark("emphasis", () => this.#inlines(node.children));
      case "strong":
        return to.mark("strong", () => this.#inlines(node.children));
      case "delete":
        return to.mark("strikethrough", () => this.#inlines(node.children));
      case "link":
        return to.mark("link", () => this.#inlines(node.children), node.url);
      case "linkReference": {
        const address = this.#addresses.get(node.identifier);
        return address === undefined
          ? this.#inlines(node.children)
          : to.mark("link", () => this.#inlines(node.children), address);
      }
      case "inlineCode":
        return to.mark("code", () => to.write(node.value));
      case "break":
        return to.write("\n");
      case "image":
      case "imageReference":
        return to.write(node.alt ?? "");
      case "html":
        if (!this.#writeHtml) return to.write(node.value);
        return /^<br\s*\/?>$/iu.test(node.value) ? to.lineBreak() : undefined;
      case "footnoteReference": {
        const label = node.label ?? node.identifier;
        return to.mark("footnote-reference", () => to.write(label), label);
      }
      default:
        return;
    }
  }
}

function alignOf(align: AlignType | undefined): TableCell["align"] {
  return align ?? undefined;
}
