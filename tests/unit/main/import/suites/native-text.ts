import type { NativeValue } from "./native-document";

/**
 * What a native document holds, for comparing: its text and how many structures of each kind. Comments and deletions,
 * which pandoc can write out in the middle of the text, are left out as the reader leaves them out; notes come at the
 * end, as items have them; an abstract kept as metadata comes first, since the reader keeps it as text.
 */
export interface NativeContent {
  readonly text: string;
  readonly headings: number;
  readonly bulletItems: number;
  readonly numberedItems: number;
  readonly tables: number;
  readonly notes: number;
}

const BLOCKS = new Set([
  "Para",
  "Plain",
  "Header",
  "CodeBlock",
  "Row",
  "Cell",
  "HorizontalRule",
  "LineBlock",
]);

/** Reads the text of a document and counts its structures; a heading without letters is none. */
export function readNative(document: NativeValue): NativeContent {
  const { meta, blocks } = partsOf(document);
  const counts = { headings: 0, tables: 0, notes: 0 };
  const items = { BulletList: 0, OrderedList: 0 };
  const notes: string[] = [];
  let depthOfTables = 0;

  function textOf(node: NativeValue | undefined): string {
    if (node?.kind === "list") return node.items.map(textOf).join("");
    return node?.kind === "node" ? textOfNode(node) : "";
  }

  function textOfNode({ name, parts }: NativeNode): string {
    const inner = (): string => parts.map(textOf).join("");
    switch (name) {
      case "Str":
        return lettersOf(parts[0]);
      case "Space":
      case "SoftBreak":
        return " ";
      case "LineBreak":
        return "\n";
      case "Code":
      case "Math":
        return lettersOf(parts[1]);
      case "CodeBlock":
        return `${lettersOf(parts[1])}\n`;
      case "RawInline":
      case "RawBlock":
        return "";
      case "Note":
        counts.notes += 1;
        notes.push(inner());
        return "";
      case "Span":
        return isChange(parts[0]) ? "" : inner();
      case "DefinitionList":
        return definitionsOf(parts[0])
          .map(
            ([term, definitions]) => `${textOf(term)}\n${textOf(definitions)}`,
          )
          .join("\n");
      case "BulletList":
      case "OrderedList":
        // Cells hold lines of text and no blocks: lists in them are no list items of the item.
        if (depthOfTables === 0) items[name] += itemsOf(parts.at(-1));
        return inner();
      case "Header": {
        const text = inner();
        if (text.trim() !== "") counts.headings += 1;
        return `${text}\n`;
      }
      case "Table": {
        if (depthOfTables === 0) counts.tables += 1;
        depthOfTables += 1;
        const text = inner();
        depthOfTables -= 1;
        return text;
      }
      default:
        return BLOCKS.has(name) ? `${inner()}\n` : inner();
    }
  }

  const body = [textOf(abstractOf(meta)), textOf(blocks)];
  return {
    text: [...body, ...notes].join("\n"),
    ...counts,
    bulletItems: items.BulletList,
    numberedItems: items.OrderedList,
  };
}

type NativeNode = NativeValue & { readonly kind: "node" };

/** A document is its blocks, or `Pandoc` with its metadata before them. */
function partsOf(document: NativeValue): {
  meta?: NativeValue;
  blocks: NativeValue;
} {
  if (document.kind !== "node" || document.name !== "Pandoc")
    return { blocks: document };
  const [meta, blocks] = document.parts;
  return {
    blocks: blocks ?? { kind: "list", items: [] },
    ...(meta ? { meta } : {}),
  };
}

/** Metadata is a list of pairs, deep in constructors. */
function abstractOf(meta: NativeValue | undefined): NativeValue | undefined {
  if (meta?.kind === "node") return firstOf(meta.parts);
  if (meta?.kind !== "list") return undefined;
  const [key, value] = meta.items;
  return key?.kind === "text" && key.text === "abstract"
    ? value
    : firstOf(meta.items);
}

function firstOf(values: readonly NativeValue[]): NativeValue | undefined {
  for (const value of values) {
    const found = abstractOf(value);
    if (found) return found;
  }
  return undefined;
}

function definitionsOf(
  list: NativeValue | undefined,
): (readonly NativeValue[])[] {
  if (list?.kind !== "list") return [];
  return list.items.map((pair) => (pair.kind === "list" ? pair.items : []));
}

function lettersOf(node: NativeValue | undefined): string {
  return node?.kind === "text" ? node.text : "";
}

function itemsOf(node: NativeValue | undefined): number {
  return node?.kind === "list" ? node.items.length : 0;
}

/** Spans of comments and deletions carry their class in their attributes. */
function isChange(attributes: NativeValue | undefined): boolean {
  return /"(?:comment-start|deletion|paragraph-deletion)"/u.test(
    JSON.stringify(attributes),
  );
}
