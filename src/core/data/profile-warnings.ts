import type { ColumnKind } from "./column";
import type { Note } from "./note";
import { type NumericSummary, summaryOf } from "./profile-numeric";
import type { Identity } from "./role-identity";
import type { Sentinels } from "./sentinel";

/** What the warnings are evaluated by. */
export interface ProfileFacts {
  readonly kind: ColumnKind;
  readonly rows: number;
  readonly missing: number;
  readonly infinite: number;
  readonly distinct: number;
  readonly numeric: NumericSummary | null;
  /** The value that occurs most, as it is shown. */
  readonly top: { readonly value: string | number; readonly count: number } | null;
  readonly identity: Identity | null;
  /** Numbers that seem to stand for "no value". */
  readonly sentinels: Sentinels | null;
}

/** What a person should know before trusting a column, most important first. */
export function warningsOf(facts: ProfileFacts): Note[] {
  const { rows, missing, infinite, distinct, top, identity, sentinels } = facts;
  const present = rows - missing;
  if (present === 0) return [{ code: "profile.all-missing" }];
  const notes: Note[] = [];
  for (const { value, count } of sentinels?.found ?? [])
    notes.push({ code: "profile.sentinel", values: { value, cells: count } });
  if (distinct === 1 && top) notes.push({ code: "profile.constant", values: { value: top.value } });
  else if (top && top.count >= 0.995 * present)
    notes.push({
      code: "profile.nearly-constant",
      values: { value: top.value, percent: percentOf(top.count, present), others: present - top.count },
    });
  if (missing > 0.3 * rows) notes.push({ code: "profile.many-missing", values: { percent: percentOf(missing, rows) } });
  if (infinite > 0) notes.push({ code: "profile.infinite", values: { count: infinite } });
  if (identity) notes.push({ code: "profile.looks-like-id", values: { count: distinct } });
  else if (hasManyLevels(facts)) notes.push({ code: "profile.many-levels", values: { count: distinct } });
  if (facts.kind === "number" && facts.numeric) {
    // What stands for "no value" is no tail.
    const numeric = sentinels ? summaryOf(sentinels.others) : facts.numeric;
    const tail = numeric && heavyTailOf(numeric, distinct);
    if (tail) notes.push(tail);
  }
  return notes;
}

function hasManyLevels({ kind, distinct }: ProfileFacts): boolean {
  return (kind === "category" || kind === "text") && distinct > 50;
}

/** A side whose outer hundredth, or whose extreme, lies far beyond what its inner half reaches. */
function heavyTailOf(numeric: NumericSummary, distinct: number): Note | null {
  const { min, q01, q25, median, q75, q99, max, sd } = numeric;
  if (distinct <= 10) return null;
  const far = (extreme: number, outer: number, inner: number): boolean =>
    inner > 0 ? outer > 20 * inner || extreme > 100 * inner : extreme > 20 * sd;
  if (far(max - median, q99 - median, q75 - median))
    return { code: "profile.heavy-tail-high", values: { median, extreme: max } };
  if (far(median - min, median - q01, median - q25))
    return { code: "profile.heavy-tail-low", values: { median, extreme: min } };
  return null;
}

/** A share as a percentage; only all of them is 100 and only none is 0. */
function percentOf(count: number, of: number): number {
  if (count === of) return 100;
  const percent = (100 * count) / of;
  return percent > 99 ? Math.min(99.99, Math.round(percent * 100) / 100) : Math.max(0.1, Math.round(percent * 10) / 10);
}
