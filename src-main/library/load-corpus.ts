import type { LibraryProblem } from "#bridge/contract/library";
import type { Collection } from "#domain/library/collection";
import type { ItemMetadata } from "#domain/library/item";
import type { Knowledge } from "#domain/knowledge/knowledge";
import type { StructuredText } from "#domain/text/blocks";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { parse as parseYaml } from "yaml";
import {
  readMarkdownItem,
  type MarkdownItem,
} from "../import/read-markdown-item";
import { errorDetail } from "../storage/error-detail";
import * as schemas from "./corpus-schemas";

/** An item of a bundled collection. */
export interface LoadedItem {
  readonly metadata: ItemMetadata;
  readonly collection: string;
  /** The Markdown below the front matter. */
  readonly body: string;
  readonly words: () => number;
  readonly structured: () => StructuredText;
}

/** All bundled collections; what could not be read is among the problems, the rest is there. */
export interface LoadedCorpus {
  readonly collections: readonly Collection[];
  readonly items: ReadonlyMap<string, LoadedItem>;
  readonly knowledge: Knowledge;
  /** Confidence of each checked fact. */
  readonly facts: ReadonlyMap<string, string>;
  readonly problems: readonly LibraryProblem[];
}

/** Loads every collection under `<resources>/corpus`. */
export async function loadCorpus(resources: string): Promise<LoadedCorpus> {
  const root = join(resources, "corpus");
  const problems: LibraryProblem[] = [];
  const reader = new CorpusReader(problems);
  const folders = await readdir(root).catch((error: unknown) => {
    problems.push({
      code: "corpus-damaged",
      path: root,
      detail: errorDetail(error),
      count: 1,
    });
    return [];
  });
  const loaded = await Promise.all(
    folders.map((name) => reader.collection(join(root, name))),
  );
  const found = loaded.filter((each) => each !== undefined);
  return {
    collections: found.map((each) => each.collection),
    items: new Map(
      found.flatMap((each) =>
        each.items.map((item) => [item.metadata.id, item] as const),
      ),
    ),
    knowledge: {
      actors: found.flatMap((each) => each.actors),
      issues: found.flatMap((each) => each.issues),
      positions: found.flatMap((each) => each.positions),
      events: found.flatMap((each) => each.events),
    },
    facts: new Map(found.flatMap((each) => Object.entries(each.facts))),
    problems,
  };
}

class CorpusReader {
  readonly #problems: LibraryProblem[];

  constructor(problems: LibraryProblem[]) {
    this.#problems = problems;
  }

  async collection(folder: string) {
    const collection = await this.#read(
      join(folder, "collection.yaml"),
      schemas.collectionSchema,
      parseYaml,
    );
    if (!collection) return undefined;
    const knowledge = join(folder, "knowledge");
    const [items, actors, issues, positions, events, facts] = await Promise.all(
      [
        Promise.all(
          collection.items.map((id) =>
            this.#item(join(folder, "items", `${id}.md`), collection.id),
          ),
        ),
        this.#records(join(knowledge, "actors"), schemas.actorSchema),
        this.#records(join(knowledge, "issues"), schemas.issueSchema),
        this.#records(join(knowledge, "positions"), schemas.positionSchema),
        this.#records(join(knowledge, "events"), schemas.eventSchema),
        this.#read(join(folder, "facts.json"), schemas.factsSchema, JSON.parse),
      ],
    );
    const present = items.filter((item) => item !== undefined);
    return {
      collection,
      items: present,
      actors,
      issues,
      positions,
      events,
      facts: facts ?? {},
    };
  }

  async #item(
    path: string,
    collection: string,
  ): Promise<LoadedItem | undefined> {
    let item: MarkdownItem | undefined;
    const metadata = await this.#read(path, schemas.itemSchema, (text) => {
      const read = readMarkdownItem(text);
      if (!read.ok) throw new Error(read.failure);
      item = read.value;
      return read.value.fields;
    });
    if (!metadata || !item) return undefined;
    const { body, words, structured } = item;
    return { metadata, collection, body, words, structured };
  }

  async #records<Schema extends v.GenericSchema>(
    folder: string,
    schema: Schema,
  ): Promise<v.InferOutput<Schema>[]> {
    const names = (await readdir(folder).catch(() => []))
      .filter((name) => name.endsWith(".json"))
      .sort();
    const records = await Promise.all(
      names.map((name) => this.#read(join(folder, name), schema, JSON.parse)),
    );
    return records.filter(
      (record): record is NonNullable<typeof record> => record !== undefined,
    );
  }

  async #read<Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
    parse: (text: string) => unknown,
  ): Promise<v.InferOutput<Schema> | undefined> {
    try {
      return v.parse(schema, parse(await readFile(path, "utf8")));
    } catch (error) {
      this.#problems.push({
        code: "corpus-damaged",
        path,
        detail: describe(error),
        count: 1,
      });
      return undefined;
    }
  }
}

function describe(error: unknown): string {
  if (!v.isValiError(error)) return errorDetail(error);
  const [issue] = error.issues;
  return `${issue.path?.map((part) => String(part.key)).join(".") ?? ""}: ${issue.message}`;
}
