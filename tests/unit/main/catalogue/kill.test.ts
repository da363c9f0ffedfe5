import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listedState, type ChurnLine, type ListedState } from "./churn-library";
import { generatedRecord, writeItems } from "./generated-library";
import { openSession, RESOURCES } from "./open-session";

const records = Array.from({ length: 30 }, (_, n) => generatedRecord(n));
let folder = "";
let script = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aide-memoire-churn-"));
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: join(import.meta.dirname, "churn-library.ts"),
      outDir: join(folder, "built"),
      target: "node20.18",
      rollupOptions: { output: { entryFileNames: "churn.mjs" } },
    },
    ssr: { noExternal: true, external: ["electron"] },
  });
  script = pathToFileURL(join(folder, "built", "churn.mjs")).href;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the process was doing when it was killed, and how things stood before that. */
interface Killed {
  readonly stood: ListedState;
  readonly begun: Extract<ChurnLine, { begins: string }> | undefined;
}

/** Lets a process churn the library and kills it as soon as it has begun its `most`th change. */
async function churnAndKill(data: string, most: number): Promise<Killed> {
  const code = `import { churnLibrary } from ${JSON.stringify(script)};
    await churnLibrary(${JSON.stringify(data)}, ${JSON.stringify(RESOURCES)});`;
  const child = spawn(
    process.execPath,
    ["--input-type=module", "--eval", code],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(child, "exit");
  let stood: ListedState | undefined;
  let begun: Killed["begun"];
  let changes = 0;
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text) as ChurnLine;
    if ("stands" in line) [stood, begun] = [line.stands, undefined];
    else {
      begun = line;
      changes += 1;
      if (changes === most) child.kill("SIGKILL");
    }
  }
  expect(await ended).toEqual([null, "SIGKILL"]);
  if (!stood) throw new Error("the process ended before it began");
  return { stood, begun };
}

test.each([1, 2, 3, 4, 5, 6, 11, 17])(
  "after a kill at change %i every item is there, whole and readable, and what was acknowledged stands",
  async (most) => {
    const data = join(folder, `data-${most}`);
    const library = join(data, "library");
    await writeItems(library, records);
    const { stood, begun } = await churnAndKill(data, most);
    const program = await openSession(data);
    const workspace = program.session.workspace();
    if (workspace.ok) await workspace.value.items.settled;
    const stands = await listedState(program);
    const trashed = await program.get("library/list-trashed-items", {});
    expect((await program.get("library/overview", {})).problems).toEqual([]);
    const touched = new Set(begun?.ids);
    expect(
      [...Object.keys(stands.titles), ...trashed.map(({ id }) => id)].sort(),
      "each item is in the library or in the trash, once",
    ).toEqual(records.map(({ id }) => id).sort());
    const untouched = ({ titles }: ListedState): [string, string][] =>
      Object.entries(titles).filter(([id]) => !touched.has(id));
    expect(untouched(stands)).toEqual(untouched(stood));
    expect(stands.members.filter((id) => !touched.has(id)).sort()).toEqual(
      expect.arrayContaining(
        begun?.begins === "members"
          ? []
          : stood.members.filter((id) => !touched.has(id)).sort(),
      ),
    );
    const left = (await readdir(library, { recursive: true })).filter((name) =>
      name.includes(".aide-tmp-"),
    );
    expect(left, "what a crash left half written is set aside").toEqual([]);
    await program.session.close();
  },
);
