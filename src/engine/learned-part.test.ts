import { describe, expect, it } from "vitest";
import type { LearnRule } from "../core/learn/learn-rule";
import { normalDeviates, seededRandom } from "../core/math/random";
import { detectors } from "../detectors/registry";
import { openTable, requestFor } from "../testing/open-table";
import { createInlineEngine } from "./inline";
import type { RunResult } from "./protocol";

const quiet = () => undefined;
const LEARNED = 120;
const ALL = 240;
/** Rows at the end that one of the tables lacks. */
const TAIL = 24;
const normal = normalDeviates(seededRandom(11));
const random = seededRandom(12);

const rowLines = Array.from({ length: ALL }, (_, row) => {
  const base = normal();
  const strange = row >= LEARNED && row % 40 === 7;
  return [10 + base + (strange ? 12 : 0), 5 - base + 0.3 * normal(), 3 * normal()].map((x) => x.toFixed(3)).join(",");
});
const stepLines = Array.from({ length: ALL }, (_, row) =>
  [
    new Date(Date.UTC(2025, 2, 1) + row * 60_000).toISOString(),
    (20 + 5 * Math.sin(row / 5) + 0.2 * normal()).toFixed(3),
    (3 + 0.1 * normal()).toFixed(3),
  ].join(","),
);
const eventLines = Array.from({ length: ALL }, (_, row) => {
  const [sequence, at] = [Math.floor(row / 8), row % 8];
  const symbol = random() < 0.05 ? "odd" : `step ${at}`;
  return `s${sequence},${at},${symbol}`;
});
const tables = {
  rows: ["a,b,c", rowLines],
  series: ["time,level,other", stepLines],
  events: ["sequence,place,event", eventLines],
} as const;

/** Networks learn slowly on the processor; what they score is bound by the contract of their kind. */
const quick = detectors.filter(({ family, test }) => family !== "neural" && family !== "taught" && !test);

async function opened(kind: keyof typeof tables, rows: number) {
  const engine = createInlineEngine();
  const [head, lines] = tables[kind];
  const card = await openTable(engine, [head, ...lines.slice(0, rows)].join("\n"));
  expect(card.recipe.rowKind.kind).toBe(kind);
  const run = (detector: string, learn: LearnRule | null): Promise<RunResult> => {
    const request = requestFor(card, detector);
    return engine.start("run", learn ? { ...request, recipe: { ...request.recipe, learn } } : request, quiet).result;
  };
  return { card, run };
}

const first: LearnRule = { kind: "first", rows: LEARNED };

describe.each([
  ["rows", ["matrix"], 0],
  // Near the ends of a series few windows cover a step: their means settle by how much all of them vary.
  ["series", ["series", "matrix"], 40],
  ["events", ["events"], 0],
] as const)("%s, learned from the first part", (kind, accepts, margin) => {
  it("score the others as if they came with none beside them", async () => {
    const [long, short] = [await opened(kind, ALL), await opened(kind, ALL - TAIL)];
    // A window is learned; where none may be, it is that of the data.
    // A trend is the series' own, of what is scored too: only seasons and sizes are learned.
    for (const { id } of quick.filter(
      (one) => (accepts as readonly string[]).includes(one.accepts) && !("keepsCourse" in one),
    )) {
      const [whole, part] = [await long.run(id, first), await short.run(id, first)];
      const middle = ({ scores }: RunResult) => [...scores.subarray(margin, ALL - TAIL - margin)];
      expect([id, ...middle(whole)]).toEqual([id, ...middle(part)]);
      expect(whole.notes).toContainEqual({ code: "prepare.learned", values: { rows: LEARNED, of: ALL } });
    }
  });
});

const minutes = (row: number) => Date.UTC(2025, 2, 1) + row * 60_000;
const later = Array.from({ length: ALL - LEARNED }, (_, at) => LEARNED + at);

it.each<[keyof typeof tables, string, LearnRule]>([
  ["rows", "mcd", { kind: "without", rows: later }],
  ["series", "ewma", { kind: "without", rows: later }],
  ["series", "ewma", { kind: "filter", filters: [{ column: 0, kind: "range", min: null, max: minutes(LEARNED - 1) }] }],
  ["events", "n-gram", { kind: "without", rows: later }],
  [
    "events",
    "n-gram",
    {
      kind: "filter",
      filters: [
        {
          column: 0,
          kind: "levels",
          levels: later.map((row) => `s${row / 8 - LEARNED / 8}`).filter((name) => !name.includes(".")),
        },
      ],
    },
  ],
])("%s are measured by %s alike, however the rows are named that are learned from", async (kind, detector, rule) => {
  const { run } = await opened(kind, ALL);
  expect((await run(detector, rule)).scores).toEqual((await run(detector, first)).scores);
});

it("tells strange rows apart better than what learned from them too, and measures by the learned rows", async () => {
  const { run } = await opened("rows", ALL);
  const strange = (scores: Float64Array) =>
    [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).slice(0, 3).filter((row) => row % 40 === 7).length; // prettier-ignore
  const { scores, suggestions } = await run("knn", first);
  expect(strange(scores)).toBe(3);
  expect(suggestions.map(({ name }) => name)).toContain("learned-3sd");
});

it("is the run of before where all rows are learned from", async () => {
  const { run } = await opened("rows", ALL);
  const all: LearnRule = { kind: "first", rows: ALL };
  expect((await run("mcd", all)).scores).toEqual((await run("mcd", null)).scores);
});
