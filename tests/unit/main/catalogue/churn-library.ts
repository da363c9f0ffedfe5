import { openSession, type TestSession } from "./open-session";

/** What is listed: titles by id, and the members of the one collection in their order. */
export interface ListedState {
  readonly titles: Readonly<Record<string, string>>;
  readonly members: readonly string[];
}

/** A line of the churning process: what it begins with whom, or how things stand after it was acknowledged. */
export type ChurnLine =
  | { readonly begins: string; readonly ids: readonly string[] }
  | { readonly stands: ListedState };

/** How things stand in a session's library, bundled items left out. */
export async function listedState(program: TestSession): Promise<ListedState> {
  const { total } = await program.get("library/overview", {});
  const filter = {};
  const sort = { by: "order", isDescending: false } as const;
  const { rows } = await program.get("library/query", {
    filter,
    sort,
    from: 0,
    count: Math.max(1, total),
  });
  const { collections } = await program.get("library/overview", {});
  const collection = collections.find(({ isBundled }) => !isBundled)?.id;
  return {
    titles: Object.fromEntries(
      rows.filter((row) => !row.isBundled).map(({ id, title }) => [id, title]),
    ),
    members:
      collection === undefined
        ? []
        : await program.get("library/query-ids", {
            filter: { collection },
            sort,
          }),
  };
}

/** Edits, groups, trashes, restores, merges and undoes for ever, and says on standard output what it does. */
export async function churnLibrary(
  folder: string,
  resources: string,
): Promise<never> {
  const program = await openSession(folder, { resources });
  const workspace = program.session.workspace();
  if (workspace.ok) await workspace.value.items.settled;
  const { titles } = await listedState(program);
  const ids = Object.keys(titles).sort();
  const { id: collection } = await program.get("library/create-collection", {
    title: "Churn",
  });
  say({ stands: await listedState(program) });
  for (let round = 0; ; round += 1) {
    const at = (step: number): string =>
      ids[(round * 7 + step) % ids.length] ?? "";
    const [a, b, c] = [at(0), at(1), at(2)];
    const step = async (
      begins: string,
      task: () => Promise<unknown>,
    ): Promise<void> => {
      say({ begins, ids: [a, b, c] });
      await task();
      say({ stands: await listedState(program) });
    };
    await step("edit", () =>
      program.get("library/edit", {
        patches: [a, b, c].map((id) => ({
          id,
          changes: { title: `Round ${round}` },
        })),
      }),
    );
    await step("members", () =>
      program.get("library/set-members", {
        collection,
        add: [c, a],
        remove: [at(-5 + ids.length)],
      }),
    );
    let trashed: readonly string[] = [];
    await step("remove", async () => {
      ({ trashed } = await program.get("library/remove-items", {
        ids: [a, b],
      }));
    });
    await step("restore", () =>
      program.get("library/restore-items", { trashed: [...trashed] }),
    );
    let undo = "";
    await step("merge", async () => {
      ({ undo } = await program.get("library/merge-items", {
        keep: c,
        others: [a, b],
      }));
    });
    await step("undo-merge", () => program.get("library/undo-merge", { undo }));
  }
}

function say(line: ChurnLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
