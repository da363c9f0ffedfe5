import type { CitationProgress } from "#bridge/contract/citations";
import { ReferenceDesk } from "#main/interchange/reference-desk";
import { formatReferences } from "#main/interchange/format-citation";
import { findCited } from "#main/interchange/cited-items";
import { ok } from "#domain/result";
import { expect, test } from "vitest";
import { useBuilt } from "../../built-cli";
import { useTemporaryFolder } from "../../temporary-folder";
import { generatedRecord, writeItems } from "../catalogue/generated-library";
import { openSession } from "../catalogue/open-session";

const inFolder = useTemporaryFolder();
const built = useBuilt({
  "reference-worker": "src-main/interchange/reference-worker.ts",
});

async function openCatalogue(count: number) {
  await writeItems(
    inFolder("library"),
    Array.from({ length: count }, (_, n) => generatedRecord(n)),
  );
  const { session } = await openSession(inFolder());
  const { catalogue } = session;
  const open = session.workspace();
  if (open.ok) await open.value.items.settled;
  const ids = [...(await catalogue.index()).entries()].map(({ id }) => id);
  return { catalogue, ids, session };
}

test("many items are written in a thread of their own, word for word as without it, and their number is told", async () => {
  const { catalogue, ids, session } = await openCatalogue(40);
  const told: (CitationProgress | undefined)[] = [];
  const desk = new ReferenceDesk(built("reference-worker"), () =>
    told.push(desk.progress()),
  );
  const job = { kind: "references", style: "harvard" } as const;
  const written = await desk.write(catalogue, ids, job);
  const items = await Promise.all(
    ids.map(async (id) => {
      const found = await findCited(catalogue, id);
      if (!found.ok) throw new Error(id);
      return found.value;
    }),
  );
  expect(written).toEqual(ok(formatReferences(items, "harvard")));
  expect(told.at(0)).toEqual({
    step: "reading",
    done: ids.length,
    total: ids.length,
  });
  expect(told.at(-1)).toBeUndefined();
  const bibtex = await desk.write(catalogue, ids, {
    kind: "file",
    format: "bibtex",
  });
  expect(bibtex.ok && bibtex.value?.match(/^@/gmu)?.length).toBe(ids.length);
  await session.close();
});

test("what is cancelled ends at once with nothing, and the next is written", async () => {
  const { catalogue, ids, session } = await openCatalogue(300);
  const desk = new ReferenceDesk(built("reference-worker"), () => {
    if (desk.progress()?.step === "writing") desk.cancel();
  });
  const job = { kind: "references", style: "apa" } as const;
  expect(await desk.write(catalogue, ids, job)).toEqual(ok(null));
  expect(desk.progress()).toBeUndefined();
  const calm = new ReferenceDesk(built("reference-worker"), () => undefined);
  const [first = ""] = ids;
  expect(await calm.write(catalogue, [first], job)).toMatchObject({ ok: true });
  expect(await calm.write(catalogue, ["none"], job)).toMatchObject({
    failure: { code: "not-found" },
  });
  await session.close();
});
