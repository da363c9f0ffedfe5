import type { InputOf } from "#bridge/contract/index";
import { SORT_COLUMNS } from "#domain/library/sort-items";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatedRecord, writeItems } from "./generated-library";
import { openSession, type TestSession } from "./open-session";

const COUNT = 2_000;
const ORDER = { by: "order", isDescending: false } as const;
const records = Array.from({ length: COUNT }, (_, n) => generatedRecord(n));

let folder = "";
let program: TestSession;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-memoire-unit-"));
  await writeItems(join(folder, "library"), records);
  program = await openSession(folder);
  const workspace = program.session.workspace();
  if (workspace.ok) await workspace.value.items.settled;
}, 60_000);
afterAll(async () => {
  await program.session.close();
  await rm(folder, { recursive: true, force: true });
});

const query = (filter: InputOf<"library/query">["filter"]) =>
  program.get("library/query", { filter, sort: ORDER, from: 0, count: 500 });

describe("a library of two thousand items", () => {
  test("is listed after the bundled items, newest import first, in stretches that fit together", async () => {
    const overview = await program.get("library/overview", {});
    const bundled = program.session.options.corpus.items.size;
    expect(overview).toMatchObject({
      total: COUNT + bundled,
      isWritable: true,
      trashed: 0,
      problems: [],
      states: { unread: COUNT + bundled, reading: 0, read: 0 },
    });
    const ids = await program.get("library/query-ids", {
      filter: {},
      sort: ORDER,
    });
    expect(ids).toEqual([
      ...program.session.options.corpus.collections.flatMap(
        ({ items }) => items,
      ),
      ...records.map(({ id }) => id).reverse(),
    ]);
    for (const sort of SORT_COLUMNS.map((by) => ({ by, isDescending: true }))) {
      const all = await program.get("library/query-ids", { filter: {}, sort });
      const stretch = await program.get("library/query", {
        filter: {},
        sort,
        from: 990,
        count: 50,
      });
      expect(stretch.rows.map(({ id }) => id)).toEqual(all.slice(990, 1_040));
      expect(new Set(all).size).toBe(COUNT + bundled);
    }
  });

  test("is counted by what it can be filtered by", async () => {
    const { facets } = await program.get("library/overview", {});
    for (const { value, count } of facets.tags.slice(0, 5))
      expect((await query({ tags: [value] })).total).toBe(count);
    for (const { value, count } of facets.creators)
      expect((await query({ creator: value })).total).toBe(count);
    for (const { value, count } of facets.languages)
      expect((await query({ languages: [value] })).total).toBe(count);
    expect(facets.years?.first).toBe(1949);
  });

  test("is edited, grouped, trashed and merged in bulk, and all of it is taken back", async () => {
    const all = (filter: InputOf<"library/query-ids">["filter"]) =>
      program.get("library/query-ids", { filter, sort: ORDER });
    const before = {
      ids: await all({}),
      overview: await program.get("library/overview", {}),
    };
    const ids = await all({ tags: ["even"] });
    expect(ids).toHaveLength(COUNT / 2);

    const { inverse } = await program.get("library/edit", {
      patches: ids.map((id) => ({ id, changes: { tags: ["bulk"] } })),
    });
    expect(await all({ tags: ["bulk"] })).toEqual(ids);
    await program.get("library/edit", { patches: [...inverse] });

    const { id: collection } = await program.get("library/create-collection", {
      title: "Even",
    });
    await program.get("library/set-members", {
      collection,
      add: [...ids],
      remove: [],
    });
    const { trashed } = await program.get("library/remove-items", {
      ids: [...ids],
    });
    expect(await all({ collection })).toEqual([]);
    expect((await program.get("library/overview", {})).total).toBe(
      before.ids.length - COUNT / 2,
    );
    await program.get("library/restore-items", { trashed: [...trashed] });
    expect(await all({ collection })).toEqual(ids);

    const [keep = "", ...others] = ids.slice(0, 100);
    const { undo } = await program.get("library/merge-items", { keep, others });
    expect((await query({ collection })).total).toBe(ids.length - 99);
    await program.get("library/undo-merge", { undo });
    await program.get("library/remove-collection", { id: collection });

    expect({
      ids: await all({}),
      overview: await program.get("library/overview", {}),
    }).toEqual(before);
  }, 60_000);
});
