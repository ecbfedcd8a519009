import type { i18n } from "i18next";
import type { ReactNode } from "react";
import type { NoteCode } from "../core/data/note";
import type { ColumnProfile } from "../core/data/profile";
import type { ColumnRecipe } from "../core/prepare/recipe";
import type { ColumnCard, DatasetCard, DelimitedInspection, Engine, RunRequest, RunResult } from "../engine/protocol";
import { createSession, type Session } from "../state/session";
import { sourceOf } from "../state/source";
import { engineAnswering, type FakeAnswer, type FakeAnswers } from "./fake-engine";
import { hurriedClock } from "./hand-clock";
import { onlyRanking } from "./only-ranking";
import { showScreen } from "./show-screen";

/** How many rows the made-up table has, and every result on it scores. */
const ROWS = 100;

const plainRecipe: ColumnRecipe = {
  role: "feature",
  missing: { kind: "median" },
  missingSignal: false,
  log: false,
  scale: "auto",
  encode: "auto",
  dateParts: ["hour", "weekday"],
};

const profile: ColumnProfile = {
  kind: "number",
  rows: ROWS,
  missing: 0,
  infinite: 0,
  distinct: 90,
  numeric: {
    min: 0,
    q01: 1,
    q05: 5,
    q25: 25,
    median: 50,
    q75: 75,
    q95: 95,
    q99: 99,
    max: 100,
    mean: 52,
    sd: 30,
    mad: 25,
    histogram: { edges: [0, 25, 50, 75, 100], counts: [20, 30, 40, 10] },
  },
  levels: null,
  clock: null,
  warnings: [],
};

/** A column as the engine would describe it. */
export function cardOf(name: string, change: Partial<ColumnCard> = {}): ColumnCard {
  const why = { code: "role.number" as const };
  return { name, kind: "number", kindWhy: { code: "kind.numbers" }, role: "feature", roleWhy: why, profile, ...change };
}

/** A numeric column with warnings. */
export function warnedCardOf(name: string, ...codes: readonly NoteCode[]): ColumnCard {
  return cardOf(name, { profile: { ...profile, warnings: codes.map((code) => ({ code })) } });
}

/** How the engine would describe the head of a file with these columns. */
function inspectionOf(columns: readonly ColumnCard[], fixed: object = {}): DelimitedInspection {
  return {
    format: "delimited",
    plan: {
      format: "delimited",
      settings: {
        compression: "none",
        encoding: "utf-8",
        delimiter: ";",
        quote: '"',
        escape: "",
        header: { first: 1, count: 1 },
        decimal: ",",
        thousands: "",
        missing: ["na", "null"],
        missingIn: "values",
        dateOrder: "day-first",
        ...fixed,
      },
      kinds: {},
      sample: null,
    },
    guesses: [
      { field: "delimiter", value: ";", sure: true, alternatives: [], why: { code: "dialect.delimiter.consistent" } },
      { field: "decimal", value: ",", sure: false, alternatives: ["."], why: { code: "dialect.decimal.seen" } },
    ],
    preview: {
      names: columns.map(({ name }) => name),
      rows: [columns.map((_, at) => String(at))],
      lines: [["Payments in May"], [], columns.map(({ name }) => name), columns.map((_, at) => String(at))],
    },
    columns: columns.map(({ name, kind, kindWhy }) => ({ name, kind, why: kindWhy })),
    size: { bytes: 1e6, rows: ROWS, columns: columns.length, memory: 1e7, budget: 1e9, rowsThatFit: 1e6 },
  };
}

function datasetOf(id: string, columns: readonly ColumnCard[]): DatasetCard {
  return {
    id,
    name: "payments.csv",
    rowCount: ROWS,
    sourceRows: null,
    columns,
    recipe: {
      columns: columns.map(({ role }) => ({ ...plainRecipe, role })),
      oneHotLimit: 20,
      withinGroup: false,
      rowKind: { kind: "rows" },
    },
    rowKindWhy: { code: "row-kind.rows-no-time" },
    joinable: [],
    read: {
      format: "delimited",
      report: {
        rowsSeen: ROWS,
        rowsKept: ROWS,
        shortRows: { count: 0, first: [] },
        longRows: { count: 0, first: [] },
        emptyRows: 0,
        renamed: [],
        unreadable: columns.map(() => ({ count: 0, examples: [] })),
        notes: [],
        seconds: 0.1,
      },
    },
  };
}

/** A score for each row, 99 down to 0, so that a threshold at 90 flags ten rows. */
export function resultOf(request: RunRequest): RunResult {
  const sorted = Float64Array.from({ length: ROWS }, (_, at) => ROWS - 1 - at);
  return {
    key: JSON.stringify(request),
    request,
    scores: sorted.slice(),
    order: Uint32Array.from({ length: ROWS }, (_, at) => at),
    sorted,
    scale: { floor: 0, unit: 1, median: 0.5, mad: 0.1 },
    suggestions: [],
    features: ["amount"],
    seconds: { prepare: 0.1, fit: 0.5, score: 0.2 },
    notes: [],
    metrics: [],
    trainingViews: [],
    endedEarly: false,
    chance: true,
    calibration: null,
  };
}

/** A look at a file with these columns, which takes over what is fixed. */
export function inspecting(columns: readonly ColumnCard[]): FakeAnswer<"inspect"> {
  return ({ fixed }) => Promise.resolve({ is: "table", takes: [0], inspection: inspectionOf(columns, fixed) });
}

/** An engine that answers at once with a made-up table, and never ends a run; a test gives the answers that it is about. */
export function fakeEngine(
  columns: readonly ColumnCard[],
  answers: FakeAnswers = {},
  card: Partial<Omit<DatasetCard, "rowCount">> = {},
): Engine {
  let opened = 0;
  const never = () => new Promise<never>(() => undefined);
  return engineAnswering({
    inspect: inspecting(columns),
    open: () => Promise.resolve({ ...datasetOf(`table-${opened++}`, columns), ...card }),
    close: () => Promise.resolve(),
    forget: () => Promise.resolve(),
    run: never,
    combine: never,
    rerun: never,
    models: () => Promise.resolve([]),
    checks: () => Promise.resolve([]),
    families: () => Promise.resolve({ families: [], looked: 0, flagged: 0 }),
    ...answers,
  });
}

/** A screen over a session in which a file with these columns was opened; only detectors run that rank. */
export async function renderOpen(messages: i18n, screen: ReactNode, engine: Engine): Promise<Session> {
  const session = createSession({ engine, clock: hurriedClock });
  await session.actions.open(sourceOf("payments.csv", new Blob(["a"])));
  await onlyRanking(session);
  showScreen(screen, session, messages);
  return session;
}
