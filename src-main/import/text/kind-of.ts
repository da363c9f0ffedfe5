import type { ItemKind } from "#domain/library/item";

/** What a text calls itself in its title. */
export function kindOf(title: string): ItemKind | undefined {
  if (/^(?:draft |approved )?minutes\b/iu.test(title)) return "minutes";
  if (/^(?:an )?interview (?:with|of)\b/iu.test(title)) return "interview";
  if (/^(?:speech|address|remarks|statement) (?:by|of|at|to)\b/iu.test(title))
    return "speech";
  return undefined;
}
