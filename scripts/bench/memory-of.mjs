import { readdir, readFile } from "node:fs/promises";

/** Proportional set size of a process and all below it, in KB. */
export async function memoryOf(root) {
  const parents = new Map();
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    parents.set(
      Number(name),
      Number(stat.slice(stat.lastIndexOf(")") + 4).split(" ")[0]),
    );
  }
  const belongs = (pid) =>
    pid === root || (pid > 1 && belongs(parents.get(pid) ?? 0));
  let total = 0;
  for (const pid of [...parents.keys()].filter(belongs)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(
      () => "",
    );
    total += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return total;
}
