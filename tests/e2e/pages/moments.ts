import type { Program } from "../fixtures";
import { join } from "node:path";

/** What is done in the main process at a moment of an import. */
type Act = "end-main" | "end-reader" | "hold-readers";

/**
 * Has the main process itself act as soon as so many items are in the library, and tells how many there were then. It
 * looks between the steps of the import: that moment cannot be missed, however fast the import is and however slow the
 * test. To be asked before the import begins, and not waited for until it has begun.
 *
 * `end-main` kills the main process (see `Program.diesOf`), `end-reader` one reading process; `hold-readers` stops all
 * of them, and those that come later, so that the import stays under way.
 */
export function onceImported(
  program: Program,
  least: number,
  act: Act,
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
      const readers = (): number[] =>
        app
          .getAppMetrics()
          .filter(({ name, serviceName }) =>
            [name, serviceName].includes("Aide-Memoire reader"),
          )
          .map(({ pid }) => pid);
      return new Promise<number>((done) => {
        const timer = setInterval(() => {
          const there = count();
          if (there < asked.least) return;
          if (asked.act === "end-main") process.kill(process.pid, "SIGKILL");
          const [first] = readers();
          if (first === undefined) return;
          if (asked.act === "hold-readers")
            for (const pid of readers()) process.kill(pid, "SIGSTOP");
          else {
            clearInterval(timer);
            process.kill(first, "SIGKILL");
          }
          done(there);
        }, 1);
      });
    },
    { items, least, act },
  );
}
