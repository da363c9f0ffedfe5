import type { Vocabulary } from "./join-lines";
import type { Layout } from "./layout";

/** What the shape of lines depends on beside themselves. */
export interface Setting {
  readonly layout: Layout;
  readonly words: Vocabulary;
}
