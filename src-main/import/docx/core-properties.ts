import { splitNames } from "../office/front-matter";
import { canonicalLanguage } from "../office/prevailing-language";
import {
  collectFields,
  oneLine,
  splitKeywords,
  type SourceMetadata,
} from "../office/source-metadata";
import { readWrittenDate } from "../office/written-date";
import {
  childOf,
  childrenOf,
  lettersOf,
  type XmlElement,
} from "../office/xml-tree";

/** Titles that programs leave and nobody gave. */
const NO_TITLE =
  /^(?:microsoft word - .*|untitled|document\d*|word document)$/iu;

/** Reads the core properties (ECMA-376 part 2, 8) and those that were added by hand. */
export function readCoreProperties(
  core: XmlElement | undefined,
  custom: XmlElement | undefined,
): SourceMetadata {
  const text = (name: string): string | undefined =>
    oneLine(lettersOf(childOf(core, name)));
  const title = text("dc:title");
  const creator = text("dc:creator");
  // A library leaves its own name and the day its template was made.
  const isUntouched = creator === "python-docx";
  const date = isUntouched
    ? undefined
    : readWrittenDate((text("dcterms:created") ?? "").slice(0, 10));
  const language = canonicalLanguage(text("dc:language") ?? "");
  const description = text("dc:description");
  return {
    ...(title === undefined || NO_TITLE.test(title) ? {} : { title }),
    creators: creator === undefined || isUntouched ? [] : splitNames(creator),
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    ...(description === undefined || isUntouched ? {} : { description }),
    tags: splitKeywords(text("cp:keywords") ?? ""),
    extra: collectFields([
      ["subject", text("dc:subject")],
      ["category", text("cp:category")],
      ...childrenOf(custom, "custom:property").map(
        (each) => [each.attributes["name"], oneLine(lettersOf(each))] as const,
      ),
    ]),
  };
}
