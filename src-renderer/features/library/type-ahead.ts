import type { CatalogueRow } from "#bridge/contract/catalogue";
import type { Stretches } from "../../app/stretches.svelte";
import { fold } from "#domain/search/words";

const FORGOTTEN_MS = 800;

/** Letters typed in one go over a list. */
export class TypedLetters {
  letters = "";
  #timer = 0;

  add(letter: string): string {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => (this.letters = ""), FORGOTTEN_MS);
    this.letters += letter;
    return this.letters;
  }
}

/**
 * Where the next title that begins with the typed letters stands: among the rows that are held, from `after` on, else
 * in the whole list, through the text filter (which finds words' beginnings anywhere, so its rows are looked through).
 */
export async function findTyped(options: {
  readonly typed: string;
  readonly list: Stretches<CatalogueRow>;
  readonly after: number;
  readonly query: (text: string) => Promise<readonly CatalogueRow[]>;
  readonly allIds: () => Promise<readonly string[]>;
}): Promise<number | undefined> {
  const { typed, list, after } = options;
  const wanted = folded(typed);
  if (wanted === "") return undefined;
  const total = list.total ?? 0;
  for (let index = after; index < total; index += 1) {
    const row = list.row(index);
    if (!row) break;
    if (folded(row.title).startsWith(wanted)) return index;
  }
  const rows = await options.query(typed.trim());
  const match = rows.find((row) => folded(row.title).startsWith(wanted));
  if (!match) return undefined;
  const at = list.indexOf(match.id);
  if (at !== undefined) return at;
  const index = (await options.allIds()).indexOf(match.id);
  return index >= 0 ? index : undefined;
}

function folded(text: string): string {
  return text.trim().split(/\s+/u).map(fold).join(" ");
}
