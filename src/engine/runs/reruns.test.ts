import { beforeAll, describe, expect, it } from "vitest";
import { CONSENSUS } from "../../core/detect/run-key";
import { rankScores } from "../../core/score/rank";
import { countAtOrAbove, thresholdValueOf, type ThresholdRule } from "../../core/score/threshold";
import { exportWords, numbersCsv, openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { CsvFormat, DatasetCard, Progress, RunResult, ViewRequest } from "../protocol";

const quiet = () => undefined;
const SEEDS = [2, 3, 4, 5];
const rule: ThresholdRule = { kind: "top-k", k: 20 };
const plain: CsvFormat = { separator: ",", quote: '"', decimal: ".", bom: false, guard: true };

/** The rows that scores flag at the rule, as a set. */
function flaggedIn(scores: Float64Array): Set<number> {
  const { order, sorted } = rankScores(scores);
  return new Set(order.subarray(0, countAtOrAbove(sorted, thresholdValueOf(sorted, rule))));
}

describe("a run with other seeds", () => {
  const engine = createInlineEngine();
  let card: DatasetCard;
  let forest: RunResult;
  const run = (detector: string, seed = 1) => {
    const params: Record<string, number> = detector === "isolation-forest" ? { trees: 20 } : {};
    return engine.start("run", { ...requestFor(card, detector, params), seed }, quiet).result;
  };
  const rerunAll = async (key: string) => {
    for (const seed of SEEDS) await engine.start("rerun", { run: key, seed }, quiet).result;
  };

  beforeAll(async () => {
    card = await openTable(engine, numbersCsv({ strange: 17 }));
    forest = await run("isolation-forest");
    await rerunAll(forest.key);
  });

  it("is the run that the seed itself would give, threshold by the same rule on its own scores", async () => {
    const { counts, runs, overlap } = await engine.ask("stability", { run: forest.key, rule });
    const sets = [flaggedIn(forest.scores)];
    for (const seed of SEEDS) sets.push(flaggedIn((await run("isolation-forest", seed)).scores));
    expect(runs).toBe(5);
    expect([...counts]).toEqual(
      Array.from({ length: card.rowCount }, (_, row) => sets.filter((set) => set.has(row)).length),
    );
    expect(counts[17]).toBe(5);
    // Twenty shallow forests' rows at the edge: some come and go, most stay.
    expect(overlap).toBeGreaterThan(0.3);
    expect(overlap).toBeLessThan(1);
  });

  it("follows another threshold without being made again, and forgets with its run", async () => {
    const { counts } = await engine.ask("stability", { run: forest.key, rule: { kind: "top-k", k: 1 } });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
    const other = await run("isolation-forest", 9);
    await engine.start("rerun", { run: other.key, seed: 1 }, quiet).result;
    await engine.ask("forget", { run: other.key });
    await expect(engine.ask("stability", { run: other.key, rule })).rejects.toMatchObject({
      info: { code: "unknown-run" },
    });
  });

  it("is not there before it was asked for", async () => {
    const { key } = await run("k-means");
    await expect(engine.ask("stability", { run: key, rule })).rejects.toMatchObject({ info: { code: "unknown-run" } });
  });

  it("tells which runs draw random numbers", async () => {
    const drew = async (detector: string) => (await run(detector, 12)).chance;
    expect(await drew("isolation-forest")).toBe(true);
    expect(await drew("k-means")).toBe(true);
    expect(await drew("robust-z")).toBe(false);
    // Draws only where the rows are too many to compare all with all.
    expect(await drew("knn")).toBe(false);
  });

  it("counts the work done from 0 up to 1, and stops when cancelled", async () => {
    const { key } = await run("isolation-forest", 6);
    const seen: Progress[] = [];
    await engine.start("rerun", { run: key, seed: 7 }, (progress) => seen.push(progress)).result;
    const done = seen.map((progress) => progress.done ?? NaN);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    for (const share of done) expect(share).toBeGreaterThanOrEqual(0);
    expect(done.at(-1)).toBeLessThanOrEqual(1 + 1e-9);
    const job = engine.start("rerun", { run: key, seed: 8 }, quiet);
    job.cancel();
    await expect(job.result).rejects.toMatchObject({ info: { code: "cancelled" } });
    expect((await engine.ask("stability", { run: key, rule })).runs).toBe(2);
  });

  it("makes a seed once", async () => {
    const { key } = await run("isolation-forest", 10);
    await engine.start("rerun", { run: key, seed: 11 }, quiet).result;
    await engine.start("rerun", { run: key, seed: 11 }, quiet).result;
    expect((await engine.ask("stability", { run: key, rule })).runs).toBe(2);
  });

  it("of a consensus makes the members again that draw, and keeps the others", async () => {
    const members = [forest, await run("robust-z"), await run("ecod")];
    const combine = (keys: readonly string[]) =>
      engine.start("combine", { dataset: card.id, runs: keys, weights: [1, 2, 1], rule: "mean" }, quiet).result;
    const all = await combine(members.map(({ key }) => key));
    expect(all.request.detector).toBe(CONSENSUS);
    expect(all.chance).toBe(true);
    await engine.start("rerun", { run: all.key, seed: 2 }, quiet).result;
    const { counts } = await engine.ask("stability", { run: all.key, rule });
    const second = await combine([(await run("isolation-forest", 2)).key, members[1]!.key, members[2]!.key]);
    const [a, b] = [flaggedIn(all.scores), flaggedIn(second.scores)];
    for (let row = 0; row < card.rowCount; row++) expect(counts[row]).toBe(Number(a.has(row)) + Number(b.has(row)));
    const calm = await engine.start(
      "combine",
      { dataset: card.id, runs: [members[1]!.key, members[2]!.key], weights: [1, 1], rule: "max" },
      quiet,
    ).result;
    expect(calm.chance).toBe(false);
  });

  it("sorts rows by how many runs flag them, of equal ones the strangest first", async () => {
    const request: ViewRequest = {
      dataset: card.id,
      run: forest.key,
      threshold: null,
      within: null,
      sort: { by: "stability", descending: true },
      rule,
      filters: [],
      search: "",
    };
    const { counts } = await engine.ask("stability", { run: forest.key, rule });
    const places = new Map([...forest.order].map((row, place) => [row, place]));
    const wanted = (sign: number) =>
      [...forest.order].sort((a, b) => sign * (counts[b]! - counts[a]!) || places.get(a)! - places.get(b)!);
    expect([...(await engine.ask("view", request))]).toEqual(wanted(1));
    expect([...(await engine.ask("view", { ...request, sort: { by: "stability", descending: false } }))]).toEqual(
      wanted(-1),
    );
  });

  it("is written to an export as a share of the runs where it is asked for", async () => {
    const threshold = thresholdValueOf(forest.sorted, rule);
    const request = {
      dataset: card.id,
      run: forest.key,
      threshold,
      rows: "flagged",
      format: plain,
      words: exportWords,
      cells: "as-written",
    } as const;
    const lines = async (more: { stability?: ThresholdRule }) =>
      (await (await engine.start("exportRows", { ...request, ...more }, quiet).result).file.text()).split("\r\n");
    expect((await lines({}))[0]).not.toMatch(/stability/);
    const [names, first] = await lines({ stability: rule });
    const at = names!.split(",").indexOf("stability");
    expect(first!.split(",")[at]).toBe("1");
  });
});
