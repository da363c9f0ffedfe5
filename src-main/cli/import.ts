import type { ImportFile } from "#bridge/contract/import";
import { ok, type Result } from "#domain/result";
import { join } from "node:path";
import { CollectionStore } from "../catalogue/collection-store";
import { ImportQueue } from "../import/import-queue";
import { fileFailureSentence } from "./failure-sentence";
import { inOrder } from "./in-order";
import { openItems } from "./open-items";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";
import { terminalField } from "./terminal-text";

/**
 * `aide import PATH...`: files and folders into the library, a line a file. The library is taken for this process, so
 * it is refused while a window has it open; Ctrl+C leaves whole items only.
 */
export async function importPaths(context: CliContext): Promise<CliOutcome> {
  const { operands, collection: title } = context.arguments;
  if (operands.length === 0) return usageFault("import needs files or folders");
  const { library, userData } = context;
  const opened = await openItems(context);
  if (!opened.ok) return opened;
  const { store } = opened.value;
  try {
    const collections = await CollectionStore.open(library, userData);
    const collection = await collectionCalled(collections, title);
    if (!collection.ok) return collection;
    // Files are read side by side, and told of in the order they were given.
    const tell = inOrder<ImportFile>((file) => report(context, file));
    const queue = new ImportQueue({
      store: () => ok(store),
      libraryPath: () => library,
      quarantineFolder: join(userData, "quarantine"),
      clock: Date.now,
      onChange: () => undefined,
      addToCollection: (id, add) =>
        collections.setMembers(id, { add, remove: [] }, Date.now()),
      onFile: (file) => tell(file.file, file),
    });
    return await run(queue, operands, collection.value);
  } finally {
    await opened.value.close();
  }
}

async function run(
  queue: ImportQueue,
  paths: readonly string[],
  collection: string | undefined,
): Promise<CliOutcome> {
  const interrupt = (): void => void queue.cancel();
  process.once("SIGINT", interrupt);
  await queue.add(paths, collection);
  await queue.idle();
  process.off("SIGINT", interrupt);
  const { imported, duplicates, refused, cancelled } = queue.status();
  process.stderr.write(
    `${imported} imported, ${duplicates} here already, ${refused} refused${cancelled > 0 ? `, ${cancelled} not read` : ""}.\n`,
  );
  return ok(refused + cancelled > 0 ? "faults" : "done");
}

/** The collection of that name, made where there is none. */
async function collectionCalled(
  collections: CollectionStore,
  title: string | undefined,
): Promise<Result<string | undefined>> {
  if (title === undefined) return ok(undefined);
  const [id] =
    collections.list().find(([, each]) => each.title === title) ?? [];
  return id === undefined ? collections.create(title, Date.now()) : ok(id);
}

function report(
  { arguments: { isJson }, print }: CliContext,
  file: ImportFile,
) {
  const { name, folder, state, itemId, title, failure, ms = 0 } = file;
  // What was interrupted is counted at the end: there is nothing to say of it.
  if (state === "cancelled") return;
  const path = join(folder, name);
  const message = failure && fileFailureSentence(failure, path);
  if (isJson)
    print(
      JSON.stringify({
        file: path,
        status: state,
        ...(itemId === undefined ? {} : { itemId }),
        ...(title === undefined ? {} : { title }),
        ...(failure ? { failure: { code: failure.code, message } } : {}),
        ms,
      }),
    );
  else
    print([state, path, message ?? title ?? ""].map(terminalField).join("\t"));
}
