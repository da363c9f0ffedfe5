import { parseHistoricalDate, type HistoricalDate } from "../historical-date";
import type { Role } from "./actor";

/** A role, and how it stands to a date: held then, before or after it, or not known because neither is dated. */
export interface RoleAtDate {
  readonly role: Role;
  readonly when: "then" | "before" | "after" | "unknown";
}

/**
 * The roles that matter at a date: all that were held then; else the one that ended last before it; else the first to
 * come. Without a date, or without dated roles, all of them, as `unknown`.
 */
export function rolesAtDate(
  roles: readonly Role[],
  date: HistoricalDate | undefined,
): RoleAtDate[] {
  const span = date === undefined ? undefined : parseHistoricalDate(date);
  if (!span) return roles.map((role) => ({ role, when: "unknown" }));
  const placed = roles.map((role) => ({
    role,
    from: role.from && parseHistoricalDate(role.from)?.firstDay,
    to: role.to && parseHistoricalDate(role.to)?.lastDay,
  }));
  const held = placed.filter(
    ({ from, to }) =>
      (from !== undefined || to !== undefined) &&
      (from ?? "") <= span.lastDay &&
      (to ?? "9999") >= span.firstDay,
  );
  if (held.length > 0) return held.map(({ role }) => ({ role, when: "then" }));
  const ended = placed
    .filter(({ to }) => to !== undefined && to < span.firstDay)
    .sort((a, b) => ((a.to ?? "") < (b.to ?? "") ? 1 : -1));
  if (ended[0]) return [{ role: ended[0].role, when: "before" }];
  const coming = placed
    .filter(({ from }) => from !== undefined && from > span.lastDay)
    .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  if (coming[0]) return [{ role: coming[0].role, when: "after" }];
  return roles.map((role) => ({ role, when: "unknown" }));
}
