import type { Column } from "../data/column";
import type { ColumnProfile } from "../data/profile";
import type { RoleGuess } from "../data/role";
import { saysMark } from "../data/role-names";
import { labelCopies } from "./label-copies";
import { labelMarks } from "./label-marks";

/** Takes what says the same as a label, and marks beside it, from what detectors see: it would give the label away. */
export function setAnswersAside(
  roles: RoleGuess[],
  columns: readonly Column[],
  profiles: readonly ColumnProfile[],
): void {
  labelMarked(roles, columns, profiles);
  const labels = columns.map((_, at) => at).filter((at) => roles[at]?.role === "label");
  const [first] = labels;
  if (first === undefined) return;
  const nameOf = (label: number) => ({ column: columns[label]?.name ?? "" });
  const isSeen = (at: number) => roles[at]?.role === "feature";
  for (const [at, label] of labelCopies(columns, labels, isSeen))
    roles[at] = { role: "ignore", why: { code: "role.label-copy", values: nameOf(label) } };
  columns.forEach(({ name }, at) => {
    if (saysMark(name) && mayAnswer(roles[at], profiles[at]))
      roles[at] = { role: "ignore", why: { code: "role.label-marks", values: nameOf(first) } };
  });
  for (const [at, label] of labelMarks(columns, labels, isSeen))
    roles[at] = { role: "ignore", why: { code: "role.label-marks", values: nameOf(label) } };
}

/** Marks are the label where there is no other. */
function labelMarked(roles: RoleGuess[], columns: readonly Column[], profiles: readonly ColumnProfile[]): void {
  if (roles.some(({ role }) => role === "label")) return;
  const marked = columns.findIndex(({ name }, at) => saysMark(name) && mayAnswer(roles[at], profiles[at]));
  const count = profiles[marked]?.distinct ?? 0;
  if (marked >= 0) roles[marked] = { role: "label", why: { code: "role.label-name", values: { count } } };
}

/** A column that would be seen, with two values, or with one in some rows. */
function mayAnswer(guess: RoleGuess | undefined, profile: ColumnProfile | undefined): boolean {
  return guess?.role === "feature" && profile !== undefined && profile.distinct <= 2;
}
