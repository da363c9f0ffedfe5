import type { ItemKind } from "#domain/library/item";

export const KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  brief: "Brief",
  guide: "Guide",
  timeline: "Timeline",
  profile: "Profile",
  glossary: "Glossary",
};
