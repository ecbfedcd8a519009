import type { Role } from "../prepare/recipe";
import type { Column } from "./column";
import type { Note } from "./note";
import type { ColumnProfile } from "./profile";
import { isUneven } from "./profile-clock";
import { identityOf } from "./role-identity";
import { saysGroup, saysId, saysLabel, saysNaming } from "./role-names";

export interface RoleGuess {
  readonly role: Role;
  readonly why: Note;
}

/** Beyond this, levels of a label are classes of something else. */
const mostLabels = 30;
const mostGroups = 200;
/** Fewer rows than this per group cannot say what is ordinary in it. */
const rowsPerGroup = 20;
/** A number named like an id with fewer values than this may as well be a small scale. */
const fewNumbers = 20;

/**
 * What part a column plays, evaluated by itself and by the column it repeats (`duplicateOf`, a name). An id
 * or a label never becomes a feature.
 */
export function guessRole(column: Column, profile: ColumnProfile, duplicateOf: string | null = null): RoleGuess {
  const { distinct, rows } = profile;
  const present = rows - profile.missing;
  if (present === 0) return { role: "ignore", why: { code: "role.all-missing" } };
  if (distinct === 1 && present === rows) return { role: "ignore", why: { code: "role.constant" } };
  const label = saysLabel(column.name);
  if (label && column.kind !== "time" && distinct <= (label === "strong" ? mostLabels : 2))
    return { role: "label", why: { code: "role.label-name", values: { count: distinct } } };
  const identity = identityOf(column, distinct, present);
  if (identity) return { role: "id", why: { code: `role.id-${identity}` } };
  if (duplicateOf !== null) return { role: "ignore", why: { code: "role.duplicate", values: { column: duplicateOf } } };
  if (mayGroup(column) && distinct >= 2 && distinct <= mostGroups && rows >= rowsPerGroup * distinct)
    return { role: "group", why: { code: "role.group-name", values: { count: distinct } } };
  return guessFeature(column, profile, present);
}

function mayGroup(column: Column): boolean {
  return saysGroup(column.name) && (column.kind === "category" || isWhole(column));
}

function isWhole(column: Column): boolean {
  return column.kind === "number" && column.values.every((value) => Number.isNaN(value) || Number.isSafeInteger(value));
}

/** Whether some hours or weekdays are rare, so that being there is strange. */
function clockSpeaks({ clock }: ColumnProfile): boolean {
  return clock !== null && (isUneven(clock.hours) || isUneven(clock.weekdays));
}

function guessFeature(column: Column, profile: ColumnProfile, present: number): RoleGuess {
  const { distinct } = profile;
  if (distinct === 1 && column.kind !== "text") return { role: "feature", why: { code: "role.present-or-missing" } };
  switch (column.kind) {
    case "number":
      if (distinct > fewNumbers && (saysId(column.name) || saysNaming(column.name)) && isWhole(column))
        return { role: "id", why: { code: "role.id-repeats" } };
      return { role: "feature", why: { code: distinct === 2 ? "role.two-values" : "role.number" } };
    case "time":
      return { role: "feature", why: { code: clockSpeaks(profile) ? "role.time" : "role.time-even" } };
    case "category":
      if (distinct > 50 && distinct > 0.5 * present)
        return { role: "ignore", why: { code: "role.mostly-unique", values: { count: distinct } } };
      return {
        role: "feature",
        why: { code: distinct === 2 ? "role.two-values" : "role.category", values: { count: distinct } },
      };
    case "text":
      return { role: "ignore", why: { code: "role.text" } };
    default:
      return column satisfies never;
  }
}
