import type { ItemChanges, ItemDetails } from "#bridge/contract/catalogue";
import type { Creator } from "#domain/library/creator";
import type { ItemKind } from "#domain/library/item";
import {
  fieldsOfDate,
  readDateFields,
  type DateFields,
} from "../../ui/edtf-fields";

/** A creator as he stands in fields. `name` is how he is written; it is made from the parts while it is left empty. */
export interface CreatorDraft {
  /** For the list on the screen. */
  readonly key: number;
  given: string;
  family: string;
  name: string;
}

/** An item's details while they are edited. */
export interface ItemDraft {
  title: string;
  kind: ItemKind;
  creators: CreatorDraft[];
  date: DateFields;
  language: string;
  publisher: string;
  url: string;
  summary: string;
}

/** BCP 47 for a language that is not known. */
const NO_LANGUAGE = "und";

export function draftOf(item: ItemDetails): ItemDraft {
  return {
    title: item.title,
    kind: item.kind,
    creators: item.creators.map((creator, key) => ({
      key,
      given: creator.given ?? "",
      family: creator.family ?? "",
      name: creator.name === joined(creator) ? "" : creator.name,
    })),
    date: fieldsOfDate(item.date),
    language: item.language === NO_LANGUAGE ? "" : item.language,
    publisher: item.publisher ?? "",
    url: item.url ?? "",
    summary: item.summary,
  };
}

/** What a draft says: only what differs from the item, or what is wrong. */
export type DraftReading =
  | { readonly ok: true; readonly changes: ItemChanges }
  | { readonly ok: false; readonly complaints: Complaints };
export interface Complaints {
  readonly title?: string;
  readonly date?: string;
  readonly language?: string;
}

/** Reads a draft against the item it was made from. */
export function changesOf(item: ItemDetails, draft: ItemDraft): DraftReading {
  const title = draft.title.trim();
  const language = draft.language.trim() || NO_LANGUAGE;
  const date = readDateFields(draft.date);
  if (title === "" || !date.ok || !isLanguage(language))
    return {
      ok: false,
      complaints: {
        ...(title === "" ? { title: "An item needs a title." } : {}),
        ...(date.ok ? {} : { date: date.complaint }),
        ...(isLanguage(language)
          ? {}
          : { language: "This is not a language code." }),
      },
    };
  const creators = creatorsOf(draft.creators);
  // Fields say less than a date may: one that nobody touched stays as it is.
  const isDateTouched =
    JSON.stringify(draft.date) !== JSON.stringify(fieldsOfDate(item.date));
  const publisher = draft.publisher.trim() || null;
  const url = draft.url.trim() || null;
  const summary = draft.summary.trim();
  return {
    ok: true,
    changes: {
      ...(title === item.title ? {} : { title }),
      ...(draft.kind === item.kind ? {} : { kind: draft.kind }),
      ...(isEqual(creators, item.creators) ? {} : { creators }),
      ...(isDateTouched ? { date: date.date } : {}),
      ...(language === (item.language || NO_LANGUAGE) ? {} : { language }),
      ...(publisher === (item.publisher ?? null) ? {} : { publisher }),
      ...(url === (item.url ?? null) ? {} : { url }),
      ...(summary === item.summary ? {} : { summary }),
    },
  };
}

/** Rows without any name are left out. */
function creatorsOf(drafts: readonly CreatorDraft[]): Creator[] {
  return drafts.flatMap((draft) => {
    const [given, family] = [draft.given.trim(), draft.family.trim()];
    const parts = {
      ...(given === "" ? {} : { given }),
      ...(family === "" ? {} : { family }),
    };
    const name = draft.name.trim() || joined(parts);
    return name === "" ? [] : [{ name, ...parts }];
  });
}

function joined(parts: { given?: string; family?: string }): string {
  return [parts.given, parts.family].filter(Boolean).join(" ");
}

function isEqual(a: readonly Creator[], b: readonly Creator[]): boolean {
  const key = ({ name, given, family }: Creator): string =>
    JSON.stringify([name, given, family]);
  return a.map(key).join() === b.map(key).join();
}

/** Tells whether a code is well formed by BCP 47. */
function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1;
  } catch {
    return false;
  }
}
