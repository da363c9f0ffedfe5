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

/** Reads `meta.xml` (ODF 1.3 part 3, 4.3). Who wrote first counts as creator, not who saved last. */
export function readOdtMetadata(root: XmlElement | undefined): SourceMetadata {
  const meta = childOf(root, "office:meta");
  const text = (name: string): string | undefined =>
    oneLine(lettersOf(childOf(meta, name)));
  const title = text("dc:title");
  const creator = text("meta:initial-creator") ?? text("dc:creator");
  const date = readWrittenDate(
    (text("meta:creation-date") ?? text("dc:date") ?? "").slice(0, 10),
  );
  const language = canonicalLanguage(text("dc:language") ?? "");
  const description = text("dc:description");
  return {
    ...(title === undefined ? {} : { title }),
    creators: creator === undefined ? [] : splitNames(creator),
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    ...(description === undefined ? {} : { description }),
    tags: splitKeywords(
      childrenOf(meta, "meta:keyword").map(lettersOf).join(";"),
    ),
    extra: collectFields([
      ["subject", text("dc:subject")],
      ...childrenOf(meta, "meta:user-defined").map(
        (each) =>
          [each.attributes["meta:name"], oneLine(lettersOf(each))] as const,
      ),
    ]),
  };
}
