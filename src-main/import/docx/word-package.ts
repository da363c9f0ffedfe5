import { fail, ok, type Result } from "#domain/result";
import { openArchive, type Archive } from "../archive/archive";
import { parseXml } from "../office/parse-xml";
import { resolvePartName } from "../office/part-name";
import type { Warnings } from "../office/warnings";
import { childrenOf, type XmlElement } from "../office/xml-tree";
import type { ReadContext, ReadFailure } from "../reader";
import { WORD_XML } from "./word-names";

/** Where a relationship leads. */
export interface Relationship {
  /** Last word of its type: `image`, `hyperlink`, `footnotes`. */
  readonly type: string;
  /** Name of a part, or an address when external. */
  readonly target: string;
  readonly isExternal: boolean;
}

export type Relationships = ReadonlyMap<string, Relationship>;

/** The parts of a Word document and what they say of one another. */
export class WordPackage {
  readonly #archive: Archive;
  readonly #warnings: Warnings;
  /** Names of parts are compared without case (ECMA-376 part 2, 6.2.2.3). */
  readonly #names: ReadonlyMap<string, string>;

  private constructor(archive: Archive, warnings: Warnings) {
    this.#archive = archive;
    this.#warnings = warnings;
    this.#names = new Map(
      archive.names().map((name) => [keyOf(name), name] as const),
    );
  }

  static async open(
    bytes: Uint8Array,
    context: ReadContext,
    warnings: Warnings,
  ): Promise<Result<WordPackage, ReadFailure>> {
    const archive = await openArchive(bytes, context);
    return archive.ok ? ok(new WordPackage(archive.value, warnings)) : archive;
  }

  has(name: string): boolean {
    return this.#names.has(keyOf(name));
  }

  /** The bytes of a part. Fails when it is absent or cannot be unpacked. */
  read(name: string): Promise<Result<Uint8Array, ReadFailure>> {
    return this.#archive.read(this.#names.get(keyOf(name)) ?? name);
  }

  /** A part without which there is nothing to read. */
  async required(
    name: string,
    onChunk?: (share: number) => void,
  ): Promise<Result<XmlElement, ReadFailure>> {
    const bytes = await this.read(name);
    if (!bytes.ok) return bytes;
    const parsed = parseXml(bytes.value, WORD_XML, onChunk);
    if (!parsed.ok)
      return fail({
        code: "damaged-file",
        detail: `${name}: ${parsed.failure}`,
      });
    const { root, slip } = parsed.value;
    if (slip !== undefined)
      this.#warnings.add("syntax-mended", `${name}: ${slip}`);
    return ok(root);
  }

  /** A part that may be absent; a damaged one is left out with a warning. */
  async optional(name: string | undefined): Promise<XmlElement | undefined> {
    if (name === undefined || !this.has(name)) return undefined;
    const tree = await this.required(name);
    if (tree.ok) return tree.value;
    this.#warnings.add("part-left-out", tree.failure.detail);
    return undefined;
  }

  /** Where the relationships of a part lead; `""` stands for the package itself. */
  async relationshipsOf(part: string): Promise<Relationships> {
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const root = await this.optional(
      `${folder}_rels/${part.slice(folder.length)}.rels`,
    );
    return new Map(
      childrenOf(root, "rel:Relationship").map(({ attributes }) => {
        const isExternal = attributes["TargetMode"] === "External";
        const target = attributes["Target"] ?? "";
        return [
          attributes["Id"] ?? "",
          {
            type: (attributes["Type"] ?? "").replace(/^.*\//su, ""),
            target: isExternal ? target : this.#resolved(part, target),
            isExternal,
          },
        ] as const;
      }),
    );
  }

  /** Some programs write targets from the root of the package without saying so. */
  #resolved(part: string, target: string): string {
    const name = resolvePartName(part, target);
    if (this.has(name)) return name;
    const fromRoot = resolvePartName("", target);
    return this.has(fromRoot) ? fromRoot : name;
  }
}

function keyOf(name: string): string {
  return name.replace(/^\//u, "").toLowerCase();
}

/** The target of the first relationship of a type inside the package. */
export function targetOf(
  relationships: Relationships,
  type: string,
): string | undefined {
  for (const each of relationships.values())
    if (each.type === type && !each.isExternal) return each.target;
  return undefined;
}
