import { cp, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";
import { inProcessParser } from "../import/in-process-parser";
import { generatedRecord, writeItems } from "./generated-library";
import { openSession, type TestSession } from "./open-session";

const COUNT = 60;
const ORDER = { by: "order", isDescending: false } as const;
const records = Array.from({ length: COUNT }, (_, n) => generatedRecord(n));
const idOf = (n: number): string => records[n]?.id ?? "";

const inFolder = useTemporaryFolder();
let program: TestSession;

beforeEach(async () => {
  await writeItems(inFolder("library"), records);
  program = await openSession(inFolder(), {
    startParser: inProcessParser,
  });
  await settled();
});
afterEach(async () => {
  await program.session.close();
});

async function settled(): Promise<void> {
  const workspace = program.session.workspace();
  if (workspace.ok) await workspace.value.items.settled;
}

async function reopen(): Promise<void> {
  await program.session.close();
  program = await openSession(inFolder(), {
    startParser: inProcessParser,
  });
  await settled();
}

const metaOf = (n: number): Promise<string> =>
  readFile(inFolder("library", "items", idOf(n), "meta.yaml"), "utf8");
const titleOf = async (id: string): Promise<string> =>
  (await program.get("library/details", { id })).title;
const query = (
  filter: Parameters<typeof program.get<"library/query">>[1]["filter"],
  sort: Parameters<typeof program.get<"library/query">>[1]["sort"] = ORDER,
) => program.get("library/query", { filter, sort, from: 0, count: 500 });

describe("a library", () => {
  test("is corrected, and every correction is taken back letter for letter", async () => {
    const before = await Promise.all([1, 2, 3].map(metaOf));
    const patches = [1, 2, 3].map((n) => ({
      id: idOf(n),
      changes: {
        title: `Corrected ${n}`,
        creators: [{ name: "Anna Żuk", family: "Żuk" }],
        date: n === 2 ? null : "1999-12-31~",
        tags: ["mine"],
        publisher: "Publisher",
        language: "",
      },
    }));
    const { inverse } = await program.get("library/edit", { patches });
    const listed = await query({ tags: ["mine"] });
    expect(listed.rows.map(({ title }) => title)).toEqual([
      "Corrected 3",
      "Corrected 2",
      "Corrected 1",
    ]);
    expect((await query({ text: "zuk" })).total).toBe(3);
    expect(await program.get("library/details", { id: idOf(2) })).toMatchObject(
      { publisher: "Publisher", language: "und" },
    );
    expect(await metaOf(1)).toContain(before[0]?.split("\n")[1] ?? "?");
    await reopen();
    expect(await titleOf(idOf(1))).toBe("Corrected 1");
    await program.get("library/edit", { patches: [...inverse] });
    expect(await Promise.all([1, 2, 3].map(metaOf))).toEqual(before);
    expect((await query({ tags: ["mine"] })).total).toBe(0);
  });

  test("refuses a date that is none and an item that is not there, and changes nothing then", async () => {
    const before = await metaOf(1);
    const sound = { id: idOf(1), changes: { title: "New" } };
    for (const wrong of [
      { id: idOf(2), changes: { date: "last week" } },
      { id: "nobody", changes: { title: "New" } },
    ]) {
      const reply = await program.ask("library/edit", {
        patches: [sound, wrong],
      });
      expect(reply.ok).toBe(false);
    }
    expect(await metaOf(1)).toBe(before);
  });

  test("bundled items are corrected in the library, beside the items", async () => {
    const id = "glossary";
    const title = await titleOf(id);
    const { inverse } = await program.get("library/edit", {
      patches: [
        { id, changes: { title: "Words", url: "https://example.org" } },
      ],
    });
    await reopen();
    expect(await program.get("library/details", { id })).toMatchObject({
      title: "Words",
      url: "https://example.org",
      isBundled: true,
    });
    expect(await program.get("library/get-item", { id })).toMatchObject({
      title: "Words",
    });
    await program.get("library/edit", { patches: [...inverse] });
    expect(await titleOf(id)).toBe(title);
  });

  test("is grouped in collections that are files", async () => {
    const { id } = await program.get("library/create-collection", {
      title: "Seminar",
    });
    program.now += 1;
    const { id: other } = await program.get("library/create-collection", {
      title: "Other",
    });
    const add = [3, 1, 2].map(idOf);
    const put = { collection: id, add: [...add, "glossary"], remove: [] };
    expect(await program.get("library/set-members", put)).toEqual({
      added: put.add,
      removed: [],
    });
    await program.get("library/set-members", {
      collection: other,
      add: [idOf(1)],
      remove: [],
    });
    expect(
      await program.get("library/set-members", { ...put, remove: [idOf(9)] }),
    ).toEqual({ added: [], removed: [] });
    expect((await query({ collection: id })).rows.map((row) => row.id)).toEqual(
      put.add,
    );
    expect(
      (await program.get("library/details", { id: idOf(1) })).collections,
    ).toEqual([id, other]);
    const out = { collection: id, add: [], remove: [idOf(1)] };
    const { removed } = await program.get("library/set-members", out);
    await program.get("library/set-members", {
      collection: id,
      add: [...removed],
      remove: [],
    });
    expect(
      (await query({ collection: id })).rows.map((row) => row.id),
      "what comes back stands where it stood",
    ).toEqual(put.add);
    expect(
      await program.get("library/rename-collection", { id, title: "Exam" }),
    ).toEqual({ before: "Seminar" });
    await reopen();
    const { collections } = await program.get("library/overview", {});
    expect(collections.slice(-2)).toMatchObject([
      { id, title: "Exam", isBundled: false, count: 4 },
      { id: other, title: "Other", count: 1 },
    ]);
    const { trashed } = await program.get("library/remove-collection", { id });
    expect((await query({ collection: id })).total).toBe(0);
    await program.get("library/restore-collection", { trashed });
    expect((await query({ collection: id })).total).toBe(4);
    expect((await query({})).total).toBe(
      COUNT + program.session.options.corpus.items.size,
    );
  });

  test("bundled collections stay as they are, and what is not there is not put into others", async () => {
    const [bundled] = program.session.options.corpus.collections;
    const collection = bundled?.id ?? "";
    const failures = [
      await program.ask("library/set-members", {
        collection,
        add: [idOf(1)],
        remove: [],
      }),
      await program.ask("library/rename-collection", {
        id: collection,
        title: "Mine",
      }),
      await program.ask("library/remove-collection", { id: collection }),
      await program.ask("library/restore-collection", {
        trashed: "../../collections/x.yaml",
      }),
      await program.ask("library/set-members", {
        collection: "col_none",
        add: [],
        remove: [],
      }),
    ];
    expect(failures.map((reply) => !reply.ok && reply.failure.code)).toEqual([
      "bad-request",
      "bad-request",
      "bad-request",
      "not-found",
      "not-found",
    ]);
  });

  test("items go to the trash with all their files and come back", async () => {
    const before = await metaOf(5);
    const ids = [5, 6].map(idOf);
    const { trashed } = await program.get("library/remove-items", { ids });
    expect((await query({})).rows.map(({ id }) => id)).not.toContain(idOf(5));
    expect(await readdir(inFolder("library", trashed[0] ?? ""))).toEqual([
      "meta.yaml",
      "original.txt",
    ]);
    const listed = await program.get("library/list-trashed-items", {});
    expect(listed.map(({ id, title }) => [id, title]).sort()).toEqual(
      [5, 6].map((n) => [idOf(n), records[n]?.read.title]).sort(),
    );
    expect((await program.get("library/overview", {})).trashed).toBe(2);
    await reopen();
    const restored = await program.get("library/restore-items", {
      trashed: [...trashed],
    });
    expect(restored.ids).toEqual(ids);
    expect(await metaOf(5)).toBe(before);
    expect((await program.get("library/overview", {})).trashed).toBe(0);
  });

  test("an item that is in the library again is not brought back over it", async () => {
    const { trashed } = await program.get("library/remove-items", {
      ids: [idOf(7)],
    });
    await writeItems(inFolder("library"), records.slice(7, 8));
    await reopen();
    const reply = await program.ask("library/restore-items", {
      trashed: [...trashed],
    });
    expect(reply).toMatchObject({
      ok: false,
      failure: { code: "item-exists", id: idOf(7) },
    });
    expect(await program.get("library/list-trashed-items", {})).toHaveLength(1);
  });

  test("what lies in the trash twice is listed twice, and what lies there no more is not found", async () => {
    const trash = inFolder("library", "trash", "2026-11-23");
    await mkdir(trash, { recursive: true });
    await writeItems(inFolder("other"), records.slice(8, 9));
    const from = inFolder("other", "items", idOf(8));
    await cp(from, join(trash, idOf(8)), { recursive: true });
    await program.get("library/remove-items", { ids: [idOf(8)] });
    const listed = await program.get("library/list-trashed-items", {});
    expect(listed.map(({ trashed }) => trashed).sort()).toEqual([
      `trash/2026-11-23/${idOf(8)}`,
      `trash/2026-11-24/${idOf(8)}`,
    ]);
    const [trashed = ""] = listed.map((each) => each.trashed);
    await program.get("library/restore-items", { trashed: [trashed] });
    expect(
      await program.ask("library/restore-items", { trashed: [trashed] }),
    ).toMatchObject({ failure: { code: "not-found" } });
    expect(await program.get("library/list-trashed-items", {})).toHaveLength(1);
  });

  test("bundled and absent items cannot be removed, and then nothing is", async () => {
    for (const id of ["glossary", "nobody"]) {
      const reply = await program.ask("library/remove-items", {
        ids: [idOf(1), id],
      });
      expect(reply.ok).toBe(false);
    }
    expect(await titleOf(idOf(1))).toBe(records[1]?.read.title);
  });

  test("details tell where an item came from", async () => {
    const record = records[0];
    expect(await program.get("library/details", { id: idOf(0) })).toMatchObject(
      {
        isBundled: false,
        addedAt: record?.importedAt,
        extra: { shelf: 0 },
        provenance: {
          fileName: "file 0.txt",
          sha256: record?.source.sha256,
          importedAt: record?.importedAt,
          format: "text",
        },
      },
    );
    await program.get("library/show-original", { id: idOf(0) });
    await program.get("library/show-original", { id: "glossary" });
    expect(program.shown[0]).toBe(
      inFolder("library", "items", idOf(0), "original.txt"),
    );
    expect(await readFile(program.shown[1] ?? "", "utf8")).toContain(
      "id: glossary",
    );
  });
});

describe("merging", () => {
  const [keep, other, third] = [11, 12, 13];

  async function snapshot(): Promise<unknown> {
    const [details, ids, overview] = [
      await program.get("library/details", { id: idOf(keep) }),
      await program.get("library/query-ids", { filter: {}, sort: ORDER }),
      await program.get("library/overview", {}),
    ];
    return [details, ids, overview, await metaOf(keep), await metaOf(other)];
  }

  test("unites tags, collections and notes, leads merged ids to the kept item, and is undone exactly", async () => {
    const { id: collection } = await program.get("library/create-collection", {
      title: "Both",
    });
    await program.get("library/set-members", {
      collection,
      add: [idOf(20), idOf(other), idOf(21)],
      remove: [],
    });
    const document = await program.get("library/get-item", { id: idOf(other) });
    await program.get("notes/create", {
      body: "A note on the other",
      passage: { item: idOf(other), start: 0, end: 8 },
    });
    const before = await snapshot();
    const { undo } = await program.get("library/merge-items", {
      keep: idOf(keep),
      others: [idOf(other), idOf(third)],
    });
    expect(document.text.slice(0, 8)).toBe("The text");
    expect((await query({ collection })).rows.map(({ id }) => id)).toEqual([
      idOf(20),
      idOf(keep),
      idOf(21),
    ]);
    const details = await program.get("library/details", { id: idOf(third) });
    expect(details).toMatchObject({
      id: idOf(keep),
      noteCount: 1,
      collections: [collection],
      tags: ["t11", "even", "t12", "t13"],
    });
    const reader = await program.get("library/get-item", { id: idOf(other) });
    expect(reader.id).toBe(idOf(keep));
    expect(reader.notes).toHaveLength(1);
    expect((await query({ hasNotes: true })).rows.map(({ id }) => id)).toEqual([
      idOf(keep),
    ]);
    await reopen();
    expect(await titleOf(idOf(other))).toBe(details.title);
    await program.get("library/undo-merge", { undo });
    expect(await snapshot()).toEqual(before);
    await program.get("library/undo-merge", { undo });
    expect(await snapshot(), "undoing twice does nothing more").toEqual(before);
  });

  test("fills a gap only where there is one, and keeps what was edited after it when it is undone", async () => {
    await program.get("library/edit", {
      patches: [{ id: idOf(keep), changes: { date: null, summary: "Mine" } }],
    });
    await program.get("library/edit", {
      patches: [
        { id: idOf(other), changes: { date: "2001", summary: "Theirs" } },
      ],
    });
    const { undo } = await program.get("library/merge-items", {
      keep: idOf(keep),
      others: [idOf(other)],
    });
    expect(
      await program.get("library/details", { id: idOf(keep) }),
    ).toMatchObject({ date: "2001", summary: "Mine" });
    await program.get("library/edit", {
      patches: [{ id: idOf(keep), changes: { title: "Later" } }],
    });
    await program.get("library/undo-merge", { undo });
    const details = await program.get("library/details", { id: idOf(keep) });
    expect(details).toMatchObject({ title: "Later", summary: "Mine" });
    expect(details.date).toBeUndefined();
  });

  test("a chain of merges leads to its end, also into a bundled item", async () => {
    await program.get("library/merge-items", {
      keep: idOf(other),
      others: [idOf(third)],
    });
    await program.get("library/merge-items", {
      keep: "glossary",
      others: [idOf(other)],
    });
    await reopen();
    for (const n of [other, third])
      expect((await program.get("library/details", { id: idOf(n) })).id).toBe(
        "glossary",
      );
    const reply = await program.ask("library/merge-items", {
      keep: idOf(keep),
      others: ["glossary"],
    });
    expect(reply).toMatchObject({ failure: { code: "bad-request" } });
  });

  test("an item that comes back by itself stands for itself again", async () => {
    const { id: collection } = await program.get("library/create-collection", {
      title: "C",
    });
    const add = [idOf(other)];
    await program.get("library/set-members", { collection, add, remove: [] });
    const members = () =>
      program.get("library/query-ids", { filter: { collection }, sort: ORDER });
    await program.get("library/merge-items", {
      keep: idOf(keep),
      others: [idOf(other)],
    });
    expect(await members()).toEqual([idOf(keep)]);
    const [trashed] = await program.get("library/list-trashed-items", {});
    await program.get("library/restore-items", {
      trashed: [trashed?.trashed ?? ""],
    });
    expect(await members()).toEqual([idOf(other)]);
    expect((await program.get("library/details", { id: idOf(other) })).id).toBe(
      idOf(other),
    );
  });

  test("no path but a merge's own undoes anything", async () => {
    for (const undo of [
      "../aide.json",
      "trash/2026-11-24/merge_x.yaml",
      "trash/2026-11-24/merge_01JZZZZZZZZZZZZZZZZZZZZZZZ.yaml",
    ])
      expect(await program.ask("library/undo-merge", { undo })).toMatchObject({
        failure: { code: "not-found" },
      });
  });
});

describe("what is live", () => {
  test("duplicates are found by text and by title", async () => {
    await program.get("library/edit", {
      patches: [30, 31].map((n) => ({
        id: idOf(n),
        changes: { title: "The Same, Again", creators: [{ name: "Ünal" }] },
      })),
    });
    expect(await program.get("library/find-duplicates", {})).toMatchObject([
      { reason: "title", items: [{ id: idOf(30) }, { id: idOf(31) }] },
    ]);
  });

  test("reading moves an item between the states", async () => {
    await program.get("library/save-reading-position", {
      item: idOf(1),
      offset: 0,
      within: 0,
      seenUntil: 0.5,
    });
    expect((await query({ readState: "reading" })).rows).toMatchObject([
      { id: idOf(1), position: { progress: 0.5 } },
    ]);
    const { states } = await program.get("library/overview", {});
    expect(states.reading).toBe(1);
  });

  test("a card that was answered is due in its item when its time comes, and not before", async () => {
    expect((await query({ hasDueCards: true })).total).toBe(0);
    const { card } = await program.get("study/next", {});
    if (!card) throw new Error("no card");
    await program.get("study/answer", { card: card.id, rating: 1, ms: 100 });
    expect((await query({ hasDueCards: true })).total).toBe(0);
    program.now += 3_600_000;
    const due = await query({ hasDueCards: true });
    expect(due.rows.map(({ id }) => id).sort()).toEqual(
      [...new Set(card.evidence.map(({ item }) => item))].sort(),
    );
    expect(due.rows[0]?.dueCount).toBe(1);
    await program.get("study/undo", {});
    expect((await query({ hasDueCards: true })).total).toBe(0);
  });

  test("a note counts for its item until it is removed", async () => {
    const note = await program.get("notes/create", {
      body: "On it",
      passage: { item: idOf(1), start: 0, end: 8 },
    });
    expect((await query({ hasNotes: true })).rows).toMatchObject([
      { id: idOf(1), noteCount: 1 },
    ]);
    await program.get("notes/remove", { id: note.id });
    expect((await query({ hasNotes: true })).total).toBe(0);
  });
});
