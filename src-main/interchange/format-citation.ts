import type {
  CitationStyle,
  FormattedCitation,
} from "#bridge/contract/citations";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import britishEnglish from "../../resources/citation/locales-en-GB.xml?raw";
import chicagoNotes from "../../resources/citation/chicago-fullnote-bibliography.csl?raw";
import { citationOfItem, type CitedItem } from "./citation-of-item";

/** Styles by their names in the library, with the English that each is written in. */
const TEMPLATES: Readonly<
  Record<CitationStyle, { readonly template: string; readonly lang: string }>
> = {
  apa: { template: "apa", lang: "en-US" },
  harvard: { template: "harvard1", lang: "en-GB" },
  vancouver: { template: "vancouver", lang: "en-US" },
  "chicago-notes": { template: "chicago-fullnote", lang: "en-US" },
};

/** Cites an item in a style; `pages` are those of a passage, as printed ("12", "iv-v"). */
export function formatCitation(
  item: CitedItem,
  style: CitationStyle,
  pages?: string,
): FormattedCitation {
  addStyles();
  const cited = [citationOfItem(item)];
  const options = { ...TEMPLATES[style], format: "text" };
  const locator =
    pages === undefined || pages.trim() === ""
      ? {}
      : { locator: pages.trim(), label: "page" };
  return {
    reference: oneLine(plugins.output.format("bibliography", cited, options)),
    inText: oneLine(
      plugins.output.format("citation", cited, {
        ...options,
        entry: [{ id: item.id, ...locator }],
      }),
    ),
  };
}

/**
 * Cites several items as a list of references, one a line, in the order of the style. `onEach` is called for each that is
 * written.
 */
export function formatReferences(
  items: readonly CitedItem[],
  style: CitationStyle,
  onEach: () => void = () => undefined,
): string {
  addStyles();
  const options = {
    ...TEMPLATES[style],
    format: "text",
    // The library asks for each entry what is to stand before it: nothing.
    prepend: () => {
      onEach();
      return "";
    },
  };
  return plugins.output
    .format("bibliography", items.map(citationOfItem), options)
    .split("\n")
    .map(oneLine)
    .filter((line) => line !== "")
    .join("\n");
}

/** The library brings three styles; one for notes and its English come with the program. */
function addStyles(): void {
  const { templates, locales } = plugins.config.get("@csl");
  if (!templates.has("chicago-fullnote"))
    templates.add("chicago-fullnote", chicagoNotes);
  if (!locales.has("en-GB")) locales.add("en-GB", britishEnglish);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
