import type { Draw } from "../draw";
import type { Drawn, NameOf, Planted } from "../made-up-file";
import { clockOf, field, HOUR, someStart } from "../write-file";

/** One event of a case. */
export interface Happened {
  readonly symbol: string;
  /** Milliseconds after the event before it. */
  readonly wait: number;
  /** Other cells of the event. */
  readonly more?: Readonly<Record<string, string | number>>;
}

/** A way of working: what follows what, how often, and after how long. */
export interface Process {
  readonly steps: readonly string[];
  /** Median wait before each step, milliseconds. */
  readonly waits: readonly number[];
  /** Share of the cases that leave the step out, where it may be. */
  readonly optional: Readonly<Record<string, number>>;
  /** Steps that may be done again, with the share of another time. */
  readonly again: Readonly<Record<string, number>>;
}

export const ORDERS: Process = {
  steps: [
    "order received",
    "credit checked",
    "order confirmed",
    "goods picked",
    "goods shipped",
    "invoice sent",
    "payment received",
    "order closed",
  ],
  waits: [0, 1, 2, 20, 6, 3, 150, 4].map((hours) => hours * HOUR),
  optional: { "credit checked": 0.3 },
  again: { "goods picked": 0.15 },
};

export const CLINIC: Process = {
  steps: ["Aufnahme", "Triage", "Blutbild", "Röntgen", "Visite", "Medikation", "Entlassung"],
  waits: [0, 0.3, 0.8, 1.2, 3, 0.5, 24].map((hours) => hours * HOUR),
  optional: { Röntgen: 0.5, Blutbild: 0.2 },
  again: { Medikation: 0.6, Visite: 0.4 },
};

export const CLAIMS: Process = {
  steps: ["claim filed", "documents checked", "expert asked", "amount set", "claim approved", "claim paid"],
  waits: [0, 24, 48, 72, 12, 36].map((hours) => hours * HOUR),
  optional: { "expert asked": 0.6 },
  again: { "documents checked": 0.35 },
};

/** One case as it usually goes. */
export function usualCase(draw: Draw, { steps, waits, optional, again }: Process): Happened[] {
  return steps.flatMap((symbol, at): Happened[] => {
    if (draw.chance(optional[symbol] ?? 0)) return [];
    const done: Happened[] = [{ symbol, wait: draw.logNormal(waits[at]! + 1, 0.5) }];
    while (done.length < 6 && draw.chance(again[symbol] ?? 0)) done.push({ symbol, wait: draw.logNormal(HOUR, 0.5) });
    return done;
  });
}

/** Cases as a file: rows in the order of time, as logs are, or case after case. */
export function logFile(
  draw: Draw,
  name: NameOf,
  cases: readonly (readonly Happened[])[],
  strange: readonly number[],
  columns: readonly string[] = [],
): Drawn {
  const start = someStart(draw);
  const clock = clockOf(draw);
  let begin = start;
  const rows = cases.flatMap((events, number) => {
    begin += draw.exponential(2 * HOUR);
    let at = begin;
    return events.map((event) => ({ number, at: (at += event.wait), event }));
  });
  if (draw.chance(0.6)) rows.sort((a, b) => a.at - b.at);
  const id = draw.oneOf([(at: number) => `C${1000 + at}`, (at: number) => String(100_001 + at)]);
  const more = Object.keys(cases[0]?.[0]?.more ?? {});
  const planted: Planted = {
    as: "cases",
    parts: strange.map((number) => rows.flatMap((row, at) => (row.number === number ? [at] : []))),
    caseOf: rows.map(({ number }) => number),
    columns,
  };
  return {
    fields: [
      field(
        name("case"),
        rows.map((row) => id(row.number)),
      ),
      field(
        name("activity"),
        rows.map(({ event }) => event.symbol),
      ),
      field(
        "timestamp",
        rows.map(({ at }) => clock(at)),
      ),
      ...more.map((key) =>
        field(
          key,
          rows.map(({ event }) => event.more?.[key] ?? null),
        ),
      ),
    ],
    planted,
  };
}

export function someProcess(draw: Draw): Process {
  return draw.oneOf([ORDERS, CLINIC, CLAIMS]);
}
