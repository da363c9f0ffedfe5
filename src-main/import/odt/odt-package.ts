import { fail, ok, type Result } from "#domain/result";
import { openArchive, type Archive } from "../archive/archive";
import { parseXml } from "../office/parse-xml";
import type { Warnings } from "../office/warnings";
import { childOf, childrenOf, type XmlElement } from "../office/xml-tree";
import type { ReadContext, ReadFailure } from "../reader";
import { ODT_XML } from "./odt-names";

const TEXT = "application/vnd.oasis.opendocument.text";

/** The parts of an OpenDocument text. */
export class OdtPackage {
  readonly #archive: Archive;
  readonly #warnings: Warnings;

  private constructor(archive: Archive, warnings: Warnings) {
    this.#archive = archive;
    this.#warnings = warnings;
  }

  /** Opens a package. Fails for encrypted ones and those that say they are no text. */
  static async open(
    bytes: Uint8Array,
    context: ReadContext,
    warnings: Warnings,
  ): Promise<Result<OdtPackage, ReadFailure>> {
    const archive = await openArchive(bytes, context);
    if (!archive.ok) return archive;
    const parts = new OdtPackage(archive.value, warnings);
    const type = archive.value.has("mimetype")
      ? await archive.value.readText("mimetype")
      : ok(TEXT);
    if (type.ok && !type.value.startsWith(TEXT))
      return fail({ code: "unsupported-format", detail: type.value.trim() });
    return (await parts.#isEncrypted())
      ? fail({
          code: "password-needed",
          detail: "an encrypted OpenDocument text",
        })
      : ok(parts);
  }

  get names(): readonly string[] {
    return this.#archive.names();
  }

  read(name: string): Promise<Result<Uint8Array, ReadFailure>> {
    return this.#archive.read(name);
  }

  /** A part without which there is nothing to read. */
  async required(
    name: string,
    onChunk?: (share: number) => void,
  ): Promise<Result<XmlElement, ReadFailure>> {
    const bytes = await this.#archive.read(name);
    if (!bytes.ok) return bytes;
    const parsed = parseXml(bytes.value, ODT_XML, onChunk);
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
  async optional(name: string): Promise<XmlElement | undefined> {
    if (!this.#archive.has(name)) return undefined;
    const root = await this.required(name);
    if (root.ok) return root.value;
    this.#warnings.add("part-left-out", root.failure.detail);
    return undefined;
  }

  /** The manifest says how a part was encrypted (ODF 1.3 part 2, 3.4). */
  async #isEncrypted(): Promise<boolean> {
    const manifest = await this.optional("META-INF/manifest.xml");
    return childrenOf(manifest, "manifest:file-entry").some(
      (entry) => childOf(entry, "manifest:encryption-data") !== undefined,
    );
  }
}
