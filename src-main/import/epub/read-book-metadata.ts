import { parseHistoricalDate } from "#domain/historical-date";
import { DOMParser } from "linkedom";
import type { ReadMetadata } from "../reader";
import type { BookPackage } from "./read-package";
import { readBookDate } from "./read-book-date";
import {
  childElement,
  childElements,
  descendants,
  textOf,
  type XmlElement,
} from "./xml-tree";

/** What a package says about its book, with EPUB 3's refinements looked up. */
export function readBookMetadata({ root }: BookPackage): ReadMetadata {
  const fields = new MetadataFields(root);
  const titles = fields.all("title");
  const main =
    titles.find((title) => fields.refinement(title, "title-type") === "main") ??
    titles[0];
  const creators = fields.all("creator");
  const date = firstDate(fields);
  const language = languageOf(fields.text("language"));
  const publisher = fields.text("publisher");
  const description = plainText(fields.text("description"));
  const url = fields.texts("source", "identifier").find(isAddress);
  return {
    ...(main ? { title: textOf(main) } : {}),
    creators: distinct(creators.map((creator) => textOf(creator))),
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(description === undefined ? {} : { description }),
    ...(url === undefined ? {} : { url }),
    kind: "book",
    tags: distinct(fields.texts("subject")),
    extra: extraOf(fields, main),
  };
}

/** The elements of the metadata. EPUB 2 allowed them one level deeper, in `dc-metadata`. */
class MetadataFields {
  readonly #elements: readonly XmlElement[];
  readonly #refinements = new Map<string, XmlElement[]>();
  readonly metas: readonly XmlElement[];

  constructor(root: XmlElement) {
    const metadata =
      childElement(root, "metadata") ?? descendants(root, "metadata")[0];
    this.#elements = (metadata ? childElements(metadata) : []).flatMap(
      (element) =>
        element.name.endsWith("-metadata") ? childElements(element) : [element],
    );
    this.metas = this.#elements.filter(({ name }) => name === "meta");
    for (const meta of this.metas) {
      const id = meta.attributes.get("refines")?.replace(/^#/u, "");
      if (id === undefined) continue;
      this.#refinements.set(id, [...(this.#refinements.get(id) ?? []), meta]);
    }
  }

  /** Elements of a name that say something, in order. */
  all(name: string): readonly XmlElement[] {
    return this.#elements.filter(
      (element) =>
        element.name.toLowerCase() === name && textOf(element) !== "",
    );
  }

  text(name: string): string | undefined {
    const [first] = this.all(name);
    return first && textOf(first);
  }

  texts(...names: readonly string[]): readonly string[] {
    return names.flatMap((name) =>
      this.all(name).map((element) => textOf(element)),
    );
  }

  /** EPUB 3: a `meta` that refines the element; EPUB 2: an attribute of it. */
  refinement(element: XmlElement, property: string): string | undefined {
    const id = element.attributes.get("id");
    const meta = (
      id === undefined ? [] : (this.#refinements.get(id) ?? [])
    ).find((one) => one.attributes.get("property") === property);
    return meta ? textOf(meta) : element.attributes.get(property);
  }

  /** The value of a `meta` that refines nothing, by its EPUB 3 property or EPUB 2 name. */
  meta(...names: readonly string[]): string | undefined {
    const meta = this.metas.find(({ attributes }) =>
      names.includes(
        attributes.get("property") ?? attributes.get("name") ?? "",
      ),
    );
    const value = meta && (meta.attributes.get("content") ?? textOf(meta));
    return value === "" ? undefined : value;
  }
}

/** The day of publication, or of the edition; never the day the file was changed. */
function firstDate(fields: MetadataFields): string | undefined {
  const dates = fields.all("date");
  const eventOf = (date: XmlElement): string =>
    date.attributes.get("event")?.toLowerCase() ?? "";
  const candidates = [
    ...dates.filter((date) => eventOf(date) === "original-publication"),
    ...dates.filter((date) => eventOf(date) === "publication"),
    ...dates.filter((date) => !/publication|modif/u.test(eventOf(date))),
    ...dates.filter((date) => eventOf(date).includes("publication")),
  ].map((date) => textOf(date));
  const issued = fields.meta("dcterms:issued", "dcterms:created");
  return [...candidates, ...(issued === undefined ? [] : [issued])]
    .map(readBookDate)
    .find((date) => date !== undefined && parseHistoricalDate(date));
}

function languageOf(text: string | undefined): string | undefined {
  try {
    const [language] = Intl.getCanonicalLocales(text?.replaceAll("_", "-"));
    return language === "und" ? undefined : language;
  } catch {
    return undefined;
  }
}

/** Shops write descriptions in HTML. */
function plainText(text: string | undefined): string | undefined {
  if (text === undefined || !/<\/?[a-z]|&[#a-z]/iu.test(text)) return text;
  const { body } = new DOMParser().parseFromString(
    `<html><body>${text.replace(/<(?:br|\/p|\/div|\/li)\b/giu, " $&")}</body></html>`,
    "text/html",
  ) as unknown as { readonly body: { readonly textContent: string | null } };
  return body.textContent?.replace(/\s+/gu, " ").trim();
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/u.test(text);
}

/** What the program has no place for. */
function extraOf(
  fields: MetadataFields,
  mainTitle: XmlElement | undefined,
): Readonly<Record<string, unknown>> {
  const otherTitles = fields
    .all("title")
    .filter((title) => title !== mainTitle)
    .map((title) => textOf(title));
  const values: Record<string, unknown> = {
    otherTitles,
    creators: fields.all("creator").map((one) => personOf(fields, one)),
    contributors: fields.all("contributor").map((one) => personOf(fields, one)),
    identifiers: fields.all("identifier").map((one) => identifierOf(one)),
    rights: fields.texts("rights"),
    sources: fields.texts("source"),
    dates: fields.texts("date"),
    languages: fields.texts("language"),
    series: fields.meta("belongs-to-collection", "calibre:series"),
    modified: fields.meta("dcterms:modified"),
  };
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) =>
        value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function personOf(fields: MetadataFields, person: XmlElement): object {
  const role = fields.refinement(person, "role");
  const fileAs = fields.refinement(person, "file-as");
  return {
    name: textOf(person),
    ...(role === undefined ? {} : { role }),
    ...(fileAs === undefined ? {} : { fileAs }),
  };
}

function identifierOf(identifier: XmlElement): object {
  const scheme = identifier.attributes.get("scheme");
  return {
    value: textOf(identifier),
    ...(scheme === undefined ? {} : { scheme }),
  };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
