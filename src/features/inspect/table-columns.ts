import type { ColumnKind } from "../../core/data/column";
import { wordsOf } from "../../core/data/role-names";
import type { Role } from "../../core/prepare/recipe";
import type { ViewRequest } from "../../engine/protocol";
import type { ColumnCard, DatasetCard } from "../../engine/protocol";
import { lettersOf } from "../../ui/letters";
import type { ColumnLayout } from "./column-layout";

/** A column of the table on screen. */
export interface TableColumn {
  readonly id: string;
  /** What its width and whether it is hidden are kept by: the name of a column of the file. */
  readonly keptBy: string;
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
  row: { id: "row", keptBy: "+row", width: 76, isNumeric: true, sortBy: "row", source: null, kind: "number" },
  score100: {
    id: "score100",
    keptBy: "+score",
    width: 128,
    isNumeric: true,
    sortBy: "score",
    source: null,
    kind: "number",
  },
  percentile: {
    id: "percentile",
    keptBy: "+percentile",
    width: 96,
    isNumeric: true,
    sortBy: "score",
    source: null,
    kind: "number",
  },
  votes: { id: "votes", keptBy: "+votes", width: 112, isNumeric: true, sortBy: "votes", source: null, kind: "text" },
  stability: {
    id: "stability",
    keptBy: "+stability",
    width: 104,
    isNumeric: true,
    sortBy: "stability",
    source: null,
    kind: "text",
  },
  reasons: {
    id: "reasons",
    keptBy: "+reasons",
    width: 370,
    isNumeric: false,
    sortBy: null,
    source: null,
    kind: "text",
  },
} as const satisfies Record<string, TableColumn>; // As const, so that each is known to be there.

/** The row and its score stay in view, however far the others are scrolled. */
export const FROZEN_COLUMNS = 2;
/** What stands beside the score leaves room for the reasons. */
const WIDEST_LEADING = 130;

interface Shown {
  readonly votes: boolean;
  readonly stability: boolean;
  /** Positions of the columns of the file that stand beside the score. */
  readonly leading: readonly number[];
  readonly layout: ColumnLayout;
}

/**
 * The row and its score, the columns of the strongest reasons, the reasons, what else is known of the score, then the
 * other columns of the file in its order; without those that a person hides.
 */
export function tableColumnsOf(
  dataset: DatasetCard,
  roles: readonly (Role | undefined)[],
  { votes, stability, leading, layout }: Shown,
): readonly TableColumn[] {
  const ofFile = dataset.columns.map((card, position) => columnOf(card, position, roles[position]));
  const first = leading.flatMap((position) => ofFile[position] ?? []);
  const all: readonly TableColumn[] = [
    ...first.map((column) => ({ ...column, width: Math.min(column.width, WIDEST_LEADING) })),
    added.reasons,
    ...(votes ? [added.votes] : []),
    ...(stability ? [added.stability] : []),
    added.percentile,
    ...ofFile.filter((_, position) => !leading.includes(position)),
  ];
  const hidden = new Set(layout.hidden);
  const shown = [added.row, added.score100, ...all.filter(({ keptBy }) => !hidden.has(keptBy))];
  return shown.map((column) => ({ ...column, width: layout.widths[column.keptBy] ?? column.width }));
}

/** Everything that can be hidden, in the order of the choice. */
export function hideableColumns(dataset: DatasetCard): readonly TableColumn[] {
  const { reasons, votes, stability, percentile } = added;
  return [reasons, votes, stability, percentile, ...dataset.columns.map((card, at) => columnOf(card, at, undefined))];
}

function columnOf({ name, kind }: ColumnCard, position: number, role: Role | undefined): TableColumn {
  return {
    id: String(position),
    keptBy: name,
    width: Math.min(200, Math.max(kind === "time" ? 150 : 88, lettersOf(name) * 8 + 36)),
    isNumeric: kind === "number",
    sortBy: position,
    source: position,
    kind,
    isName: namesThings(role) || wordsOf(name).includes("year"),
  };
}

function namesThings(role: Role | undefined): boolean {
  return role === "id" || role === "group" || role === "label" || role === "class";
}
