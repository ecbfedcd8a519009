import type { Column } from "./column";
import { duplicateColumns } from "./duplicate-columns";
import { exportedFrom } from "./exported-columns";
import type { ColumnProfile } from "./profile";
import { guessRole, type RoleGuess } from "./role";
import { saysId } from "./role-names";
import { setAnswersAside } from "../truth/answers-aside";
import { labelCopies } from "../truth/label-copies";

/**
 * The roles of all columns of a table: at most one group, and, where every column was set aside, the one
 * that is most likely a measurement after all (a file of one column that happens to ascend).
 */
export function guessRoles(
  columns: readonly Column[],
  profiles: readonly ColumnProfile[],
  duplicates: ReadonlyMap<number, number> = duplicateColumns(columns),
): RoleGuess[] {
  const exported = exportedFrom(columns.map(({ name }) => name));
  const roles = columns.map((column, position): RoleGuess => {
    if (position >= exported) return { role: "ignore", why: { code: "role.exported" } };
    const profile = profiles[position]!; // one profile per column
    const original = duplicates.get(position);
    return guessRole(column, profile, original === undefined ? null : (columns[original]?.name ?? null));
  });
  keepOneGroup(roles, columns, profiles);
  labelLast(roles, columns, profiles);
  setAnswersAside(roles, columns, profiles);
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

const MAX_CLASSES = 10;
const MIN_ROWS_PER_CLASS = 10;

/**
 * In numbers without names, a last column that alone holds a few whole numbers is the answer, as files to learn from are
 * written: scored as a feature it would give itself away.
 */
function labelLast(roles: RoleGuess[], columns: readonly Column[], profiles: readonly ColumnProfile[]): void {
  const last = columns.length - 1;
  const few = profiles[last]?.distinct ?? 0;
  const isNumbers = columns.every(({ kind, name }) => kind === "number" && /^column \d+$/.test(name));
  const why = roles[last]?.why.code;
  if (last < 1 || !isNumbers || few > MAX_CLASSES) return;
  if (roles[last]?.role !== "feature" && why !== "role.duplicate") return;
  if ((profiles[last]?.rows ?? 0) < few * MIN_ROWS_PER_CLASS || (profiles[last]?.missing ?? 0) > 0) return;
  if (!isFewWhole(columns[last])) return;
  // What says the same as the last one is the answer once more.
  const copies = labelCopies(columns, [last], (at) => at < last);
  if (columns.some((column, at) => at < last && isFewWhole(column) && !copies.has(at))) return;
  roles[last] = { role: "label", why: { code: "role.label-shape", values: { count: few } } };
}

function isFewWhole(column: Column | undefined): boolean {
  if (column?.kind !== "number") return false;
  const seen = new Set<number>();
  for (const value of column.values) {
    if (!Number.isInteger(value)) return false;
    if (seen.add(value).size > MAX_CLASSES) return false;
  }
  return true;
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
