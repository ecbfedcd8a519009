import type { ColumnKind } from "../../core/data/column";
import { wordsOf } from "../../core/data/role-names";
import type { Role } from "../../core/prepare/recipe";
import type { ViewRequest } from "../../engine/protocol";
import type { DatasetCard } from "../../engine/protocol";

/** A column of the table on screen. */
export interface TableColumn {
  readonly id: string;
  readonly width: number;
  readonly isNumeric: boolean;
  /** Null: cannot be sorted by. */
  readonly sortBy: ViewRequest["sort"]["by"] | null;
  /** Position in the file; null for the columns that the scores add. */
  readonly source: number | null;
  readonly kind: ColumnKind;
  /** Its numbers name something, so that they are written without marks between thousands. */
  readonly isName?: boolean;
}

const added = {
  row: { id: "row", width: 76, isNumeric: true, sortBy: "row", source: null, kind: "number" },
  score100: { id: "score100", width: 142, isNumeric: true, sortBy: "score", source: null, kind: "number" },
  percentile: { id: "percentile", width: 96, isNumeric: true, sortBy: "score", source: null, kind: "number" },
  votes: { id: "votes", width: 112, isNumeric: true, sortBy: "votes", source: null, kind: "text" },
  stability: { id: "stability", width: 104, isNumeric: true, sortBy: "stability", source: null, kind: "text" },
  reasons: { id: "reasons", width: 370, isNumeric: false, sortBy: null, source: null, kind: "text" },
} as const satisfies Record<string, TableColumn>; // As const, so that each is known to be there.

/** The added columns, with votes and stability where they are known, then those of the file in its order. */
export function tableColumnsOf(
  dataset: DatasetCard,
  roles: readonly (Role | undefined)[],
  { votes, stability }: { readonly votes: boolean; readonly stability: boolean },
): readonly TableColumn[] {
  return [
    added.row,
    added.score100,
    added.percentile,
    ...(votes ? [added.votes] : []),
    ...(stability ? [added.stability] : []),
    added.reasons,
    ...dataset.columns.map(({ name, kind }, position): TableColumn => ({
      id: String(position),
      width: Math.min(200, Math.max(kind === "time" ? 150 : 88, name.length * 8 + 36)),
      isNumeric: kind === "number",
      sortBy: position,
      source: position,
      kind,
      isName: namesThings(roles[position]) || wordsOf(name).includes("year"),
    })),
  ];
}

function namesThings(role: Role | undefined): boolean {
  return role === "id" || role === "group" || role === "label" || role === "class";
}
