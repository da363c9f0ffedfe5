import { fail, ok, type Result } from "#domain/result";
import type { Entry } from "yauzl";
import type { ReadFailure, ReadWarning } from "../reader";
import type { ArchiveLimits } from "./archive-limits";
import { collisionKey, judgeEntryName, printableName } from "./entry-name";

/** The entries that may be read, by name, and what was left out. */
export interface ChosenEntries {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly warnings: readonly ReadWarning[];
}

/** Chooses the files that may be read. Fails when a name shows that the archive means harm. */
export function chooseEntries(
  all: readonly Entry[],
  limits: ArchiveLimits,
): Result<ChosenEntries, ReadFailure> {
  const entries = new Map<string, Entry>();
  const taken = new Set<string>();
  const skipped = new Map<string, string[]>();
  for (const entry of all) {
    const name = entry.fileName;
    const verdict = judgeEntryName(name, limits.nameLength);
    if (verdict.kind === "refuse")
      return fail({
        code: "archive-unsafe",
        detail: `${verdict.reason}: ${printableName(name)}`,
      });
    if (verdict.kind === "fine" && name.endsWith("/")) continue;
    const reason =
      verdict.kind === "skip" ? verdict.reason : whyLeftOut(entry, taken);
    if (reason === undefined) {
      taken.add(collisionKey(name));
      entries.set(name, entry);
      continue;
    }
    const names = skipped.get(reason);
    if (names) names.push(name);
    else skipped.set(reason, [name]);
  }
  return ok({ entries, warnings: [...skipped].map(toWarning) });
}

/** The first of several entries with one name counts: it is what most other programs show. */
function whyLeftOut(
  entry: Entry,
  taken: ReadonlySet<string>,
): string | undefined {
  if (isSpecialFile(entry)) return "link or special file";
  if (taken.has(collisionKey(entry.fileName))) return "name taken twice";
  return undefined;
}

const UNKNOWN = 0;
const REGULAR_FILE = 0o10;
const SYMBOLIC_LINK = 0o12;
/** Unix and macOS, in the numbers of PKWARE APPNOTE 6.3.10, 4.4.2. */
const UNIX_HOSTS: readonly number[] = [3, 19];

/** Unix file types sit in the top four bits of the attributes; what other systems put there is only read as a link. */
function isSpecialFile(entry: Entry): boolean {
  const type = entry.externalFileAttributes >>> 28;
  if (type === SYMBOLIC_LINK) return true;
  const isUnix = UNIX_HOSTS.includes(entry.versionMadeBy >>> 8);
  return isUnix && type !== UNKNOWN && type !== REGULAR_FILE;
}

/** One warning a reason, however many entries it hit. */
function toWarning([reason, names]: [string, string[]]): ReadWarning {
  const more = names.length > 1 ? ` and ${names.length - 1} more` : "";
  return {
    code: "archive-entry-skipped",
    detail: `${reason}: ${printableName(names[0] ?? "")}${more}`,
  };
}
