import type { Creator } from "./creator";
import { parseCreator } from "./parse-creator";

/** The name a creator is sorted by: the family name where it is known or can be told, else the whole name. */
export function familyNameOf(creator: Creator): string {
  return creator.family ?? parseCreator(creator.name).family ?? creator.name;
}
