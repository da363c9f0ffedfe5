import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Gives pdf.js the predefined character maps that many Chinese, Japanese and Korean files refer to by name. They are
 * our own files, never the imported one's: a name is taken without its folders, and nothing else is ever opened.
 */
export class CharacterMaps {
  /** Called by pdf.js for character maps, standard fonts and decoders; only the first are needed for text. */
  async fetch(wanted: {
    readonly kind: string;
    readonly filename: string;
  }): Promise<Uint8Array> {
    const folder = findCharacterMaps();
    if (wanted.kind !== "cMapUrl" || folder === undefined)
      throw new Error(`No ${wanted.kind} here`);
    return new Uint8Array(
      await readFile(join(folder, basename(wanted.filename))),
    );
  }
}

let found: string | undefined;

/**
 * Where the character maps lie: `AIDE_CHARACTER_MAPS` when the host says so, beside the built program (the build copies
 * them into `character-maps/`), or in pdf.js's own package when run from the sources.
 */
export function findCharacterMaps(): string | undefined {
  return (found ??= candidates().find((folder) => existsSync(folder)));
}

function candidates(): string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  const told = process.env["AIDE_CHARACTER_MAPS"];
  return [
    ...(told ? [told] : []),
    join(here, "character-maps"),
    // Built code may lie one folder deeper, in a chunk.
    join(here, "..", "character-maps"),
    ...fromPackage(),
  ];
}

function fromPackage(): string[] {
  try {
    const require = createRequire(import.meta.url);
    return [join(dirname(require.resolve("pdfjs-dist/package.json")), "cmaps")];
  } catch {
    return [];
  }
}
