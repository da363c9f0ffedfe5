import { ok, type Result } from "#domain/result";
import { countAnchors } from "#domain/text/anchor";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anchorEvidence } from "../library/anchor-evidence";
import { bundledItems } from "../library/bundled-items";
import { checkCorpus } from "../library/check-corpus";
import { checkItems } from "../library/check-items";
import type { LibraryFault } from "../library/library-fault";
import type { LoadedCorpus } from "../library/load-corpus";
import { readLogs } from "../study/read-logs";
import { openItems } from "./open-items";
import { readOnlyNotes } from "./read-only-notes";
import type { CliContext, CliOutcome } from "./run-cli";

/**
 * `aide check`: the bundled collections, and the library's items, notes and logs. With `--repair`, what is wrong with
 * items is put right where it can be, without deleting; else nothing is changed.
 */
export async function check(context: CliContext): Promise<CliOutcome> {
  const corpus = await context.corpus();
  const items = await itemFaults(context);
  if (!items.ok) return items;
  const problems = [...corpus.problems, ...(await libraryProblems(context))];
  const faults: LibraryFault[] = [
    ...items.value.faults,
    ...problems.map(({ code, path, detail }) => ({
      code,
      path,
      detail,
      repaired: false,
    })),
    ...checkCorpus(corpus).map(({ code, record, detail }) => ({
      code,
      path: record,
      detail,
      repaired: false,
    })),
  ];
  const counts = { ...(await countsOf(corpus)), imported: items.value.count };
  const left = faults.filter(({ repaired }) => !repaired).length;
  if (context.arguments.isJson)
    context.print(JSON.stringify({ faults, counts }));
  else {
    for (const fault of faults)
      context.print(
        `${fault.code}\t${fault.path}\t${fault.detail}${fault.repaired ? " (repaired)" : ""}`,
      );
    context.print(
      Object.entries(counts)
        .map(([name, count]) => `${count} ${name}`)
        .join(", "),
    );
    context.print(left === 0 ? "No faults." : `${left} faults.`);
  }
  return ok(left === 0 ? "done" : "faults");
}

/** Only a repair takes the library for this process: looking at it disturbs nobody. */
async function itemFaults(
  context: CliContext,
): Promise<Result<{ faults: LibraryFault[]; count: number }>> {
  if (!existsSync(context.library)) return ok({ faults: [], count: 0 });
  if (!context.arguments.isRepair) {
    const store = await context.imported();
    return ok({
      faults: await checkItems(store, undefined),
      count: store.size,
    });
  }
  const opened = await openItems(context);
  if (!opened.ok) return opened;
  const { store } = opened.value;
  const faults = await checkItems(store, {
    quarantineFolder: join(context.userData, "quarantine"),
    now: Date.now(),
  });
  const count = store.size;
  await opened.value.close();
  return ok({ faults, count });
}

async function libraryProblems({ library, items }: CliContext) {
  if (!existsSync(library)) return [];
  const { store } = readOnlyNotes(library, await items());
  await store.scan();
  const scratch = await mkdtemp(join(tmpdir(), "aide-memoire-check-"));
  const logs = await readLogs(library, scratch);
  await rm(scratch, { recursive: true });
  return [...store.problems, ...logs.problems];
}

async function countsOf(
  corpus: LoadedCorpus,
): Promise<Readonly<Record<string, number>>> {
  const { actors, issues, positions, events } = corpus.knowledge;
  const evidence = [actors, issues, positions, events]
    .flat()
    .flatMap((record) => record.evidence);
  const items = bundledItems(corpus);
  const anchored = evidence.map((each) => anchorEvidence(items, each));
  const anchors = countAnchors(
    (await Promise.all(anchored)).map((each) => each.anchor),
  );
  return {
    items: corpus.items.size,
    actors: actors.length,
    issues: issues.length,
    positions: positions.length,
    events: events.length,
    passages: evidence.length,
    exact: anchors.exact,
    moved: anchors.moved,
    orphan: anchors.orphan,
  };
}
