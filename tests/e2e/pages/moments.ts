import type { Program } from "../fixtures";
import { join } from "node:path";

/**
 * Has the main process itself kill a process as soon as so many items are in the library, and tells how many there were
 * then. It looks between the steps of the import: that moment cannot be missed, however fast the import is and however
 * slow the test. To be asked before the import begins, and not waited for until it has begun.
 *
 * `whom`: the main process itself (see `Program.diesOf`), or one of the reading processes.
 */
export function killOnceImported(
  program: Program,
  least: number,
  whom: "main" | "reader",
): Promise<number> {
  const items = join(program.library, "items");
  return program.app.evaluate(
    ({ app }, asked) => {
      const { readdirSync } = process.getBuiltinModule("node:fs");
      const count = (): number => {
        try {
          return readdirSync(asked.items).filter((name) => name[0] !== ".")
            .length;
        } catch {
          return 0; // the folder comes with the first item
        }
      };
      return new Promise<number>((done) => {
        const timer = setInterval(() => {
          const there = count();
          if (there < asked.least) return;
          if (asked.whom === "main") process.kill(process.pid, "SIGKILL");
          const reader = app
            .getAppMetrics()
            .find(({ name, serviceName }) =>
              [name, serviceName].includes("Aide-Memoire reader"),
            );
          if (!reader) return;
          clearInterval(timer);
          process.kill(reader.pid, "SIGKILL");
          done(there);
        }, 1);
      });
    },
    { items, least, whom },
  );
}

/**
 * Holds an import up once so many items are in the library: the next ones wait before they appear there, so that it stays
 * under way until it is let go. To be asked before it begins.
 */
export async function holdImport(
  program: Program,
  most: number,
): Promise<{ letGo(): Promise<void> }> {
  const items = join(program.library, "items");
  await program.app.evaluate(
    (_electron, asked) => {
      const files = process.getBuiltinModule("node:fs/promises");
      const { dirname } = process.getBuiltinModule("node:path");
      const { syncBuiltinESMExports } = process.getBuiltinModule("node:module");
      const { rename } = files;
      let appeared = 0;
      let letGo = (): void => undefined;
      const held = new Promise<void>((done) => {
        letGo = done;
      });
      files.rename = async (from, to) => {
        if (dirname(String(to)) === asked.items) {
          appeared += 1;
          if (appeared > asked.most) await held;
        }
        return rename(from, to);
      };
      syncBuiltinESMExports();
      Object.assign(globalThis, { letGo });
    },
    { items, most },
  );
  return {
    letGo: () =>
      program.app.evaluate(() =>
        (globalThis as unknown as { letGo(): void }).letGo(),
      ),
  };
}
