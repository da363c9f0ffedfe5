import type { ItemKind } from "#domain/library/item";

export const KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  brief: "Brief",
  guide: "Guide",
  timeline: "Timeline",
  profile: "Profile",
  glossary: "Glossary",
  article: "Article",
  book: "Book",
  report: "Report",
  speech: "Speech",
  cable: "Cable",
  letter: "Letter",
  interview: "Interview",
  minutes: "Minutes",
  treaty: "Treaty",
  "web-page": "Web page",
  document: "Document",
};
