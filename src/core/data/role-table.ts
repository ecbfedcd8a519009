import type { Column } from "./column";
import { duplicateColumns } from "./duplicate-columns";
import type { ColumnProfile } from "./profile";
import { guessRole, type RoleGuess } from "./role";
import { saysId } from "./role-names";

/**
 * The roles of all columns of a table: at most one group, and, where every column was set aside, the one
 * that is most likely a measurement after all (a file of one column that happens to ascend).
 */
export function guessRoles(
  columns: readonly Column[],
  profiles: readonly ColumnProfile[],
  duplicates: ReadonlyMap<number, number> = duplicateColumns(columns),
): RoleGuess[] {
  const roles = columns.map((column, position): RoleGuess => {
    const profile = profiles[position]!; // one profile per column
    const original = duplicates.get(position);
    return guessRole(column, profile, original === undefined ? null : (columns[original]?.name ?? null));
  });
  keepOneGroup(roles, columns, profiles);
  if (!roles.some(({ role }) => role === "feature")) rescueOne(roles, columns, profiles);
  return roles;
}

function keepOneGroup(roles: RoleGuess[], columns: readonly Column[], profiles: readonly ColumnProfile[]): void {
  const first = roles.findIndex(({ role }) => role === "group");
  roles.forEach(({ role }, position) => {
    if (role !== "group" || position === first) return;
    roles[position] =
      columns[position]?.kind === "number"
        ? { role: "id", why: { code: "role.id-repeats" } }
        : { role: "feature", why: { code: "role.category", values: { count: profiles[position]?.distinct ?? 0 } } };
  });
}

function rescueOne(roles: RoleGuess[], columns: readonly Column[], profiles: readonly ColumnProfile[]): void {
  const candidates = columns
    .map((column, position) => ({
      column,
      position,
      guess: roles[position],
      distinct: profiles[position]?.distinct ?? 0,
    }))
    .filter(
      ({ column, guess, distinct }) =>
        guess?.role === "id" && column.kind === "number" && distinct > 1 && !saysId(column.name),
    );
  const last = candidates.at(-1);
  if (last) roles[last.position] = { role: "feature", why: { code: "role.only-column" } };
}
