import { ok } from "#domain/result";
import { countAnchors } from "#domain/text/anchor";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anchorEvidence } from "../library/anchor-evidence";
import { bundledItems } from "../library/bundled-items";
import { checkCorpus } from "../library/check-corpus";
import type { LoadedCorpus } from "../library/load-corpus";
import { readLogs } from "../study/read-logs";
import { readOnlyNotes } from "./read-only-notes";
import type { CliContext, CliOutcome } from "./run-cli";

interface Fault {
  readonly code: string;
  readonly path: string;
  readonly detail: string;
  readonly repaired: boolean;
}

/** `aide check`: the bundled collections, and the library's notes and logs. Nothing is changed. */
export async function check(context: CliContext): Promise<CliOutcome> {
  const corpus = await context.corpus();
  const problems = [...corpus.problems, ...(await libraryProblems(context))];
  const faults: Fault[] = [
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
  const counts = await countsOf(corpus);
  if (context.arguments.isJson)
    context.print(JSON.stringify({ faults, counts }));
  else {
    for (const fault of faults)
      context.print(`${fault.code}\t${fault.path}\t${fault.detail}`);
    context.print(
      Object.entries(counts)
        .map(([name, count]) => `${count} ${name}`)
        .join(", "),
    );
    context.print(
      faults.length === 0 ? "No faults." : `${faults.length} faults.`,
    );
  }
  return ok(faults.length === 0 ? "done" : "faults");
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
