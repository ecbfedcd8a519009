import { beforeAll, describe, expect, it } from "vitest";
import { runKeyOf } from "../../core/detect/run-key";
import { thresholdValueOf } from "../../core/score/threshold";
import { exportWords, numbersCsv, openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { CombineRequest, DatasetCard, RunResult } from "../protocol";

const quiet = () => undefined;
const STRANGE = 17;
const plain = { separator: ",", quote: '"', decimal: ".", bom: false, guard: true } as const;

describe("three detectors as one", () => {
  const engine = createInlineEngine();
  let card: DatasetCard;
  let members: readonly RunResult[];
  const request = (more: Partial<CombineRequest> = {}): CombineRequest => ({
    dataset: card.id,
    runs: members.map(({ key }) => key),
    weights: members.map(() => 1),
    rule: "mean",
    ...more,
  });
  const combine = (more: Partial<CombineRequest> = {}) => engine.start("combine", request(more), quiet).result;

  beforeAll(async () => {
    card = await openTable(engine, numbersCsv({ strange: STRANGE }));
    members = [];
    for (const detector of ["isolation-forest", "robust-z", "k-means"])
      members = [...members, await engine.start("run", requestFor(card, detector), quiet).result];
  });

  it("is a result like any other, and strangest is what all find strange", async () => {
    const found = await combine();
    expect(found.order[0]).toBe(STRANGE);
    expect(found.scores.every(Number.isFinite)).toBe(true);
    expect([...found.sorted]).toEqual([...found.sorted].sort((a, b) => b - a));
    expect(found.suggestions).toHaveLength(6);
    expect(found.request).toMatchObject({ detector: "consensus", dataset: card.id, recipe: card.recipe });
    expect(found.request.params).toMatchObject({ rule: "mean", "weight of k-means": 1 });
  });

  it("has a key of its own for each choice of runs, weights and rule", async () => {
    const all = [
      await combine(),
      await combine({ rule: "max" }),
      await combine({ weights: [1, 1, 0.5] }),
      await combine({ runs: request().runs.slice(1), weights: [1, 1] }),
    ];
    expect(new Set(all.map(({ key }) => key)).size).toBe(4);
    expect((await combine()).key).toBe(all[0]!.key);
  });

  it("follows the one member that counts", async () => {
    const found = await combine({ weights: [0, 2, 0] });
    expect([...found.order]).toEqual([...members[1]!.order]);
  });

  it("sorts rows by how many of the detectors flag them, and splits the flagged ones by which", async () => {
    const { key, order } = await combine();
    const panel = members.map((member) => ({
      run: member.key,
      threshold: thresholdValueOf(member.sorted, { kind: "top-k", k: 12 }),
    }));
    const flagsOf = (row: number) => members.map(({ scores }, at) => scores[row]! >= panel[at]!.threshold);
    const votesOf = (row: number) => flagsOf(row).filter(Boolean).length;
    const view = (within: Uint32Array | null) =>
      engine.ask("view", {
        dataset: card.id,
        run: key,
        threshold: null,
        within,
        sort: { by: "votes", descending: true },
        panel,
        filters: [],
        search: "",
      });
    const places = new Map([...order].map((row, place) => [row, place]));
    const wanted = [...order].sort((a, b) => votesOf(b) - votesOf(a) || places.get(a)! - places.get(b)!);
    expect([...(await view(null))]).toEqual(wanted);
    const some = Uint32Array.of(3, STRANGE, 200, 5);
    expect([...(await view(some))]).toEqual(wanted.filter((row) => some.includes(row)));

    const { parts, rows } = await engine.ask("split", { flagged: panel });
    let at = 0;
    for (const { members: own, count } of parts)
      for (const row of rows.subarray(at, (at += count)))
        expect(flagsOf(row)).toEqual(members.map((_, one) => own.includes(one)));
    expect(at).toBe(wanted.filter((row) => votesOf(row) > 0).length);
  });

  it("answers every question that a run answers", async () => {
    const { key, sorted } = await combine();
    const threshold = thresholdValueOf(sorted, { kind: "top-k", k: 3 });
    const view = { within: null, sort: { by: "score", descending: true }, filters: [], search: "" } as const;
    expect(await engine.ask("view", { ...view, dataset: card.id, run: key, threshold })).toHaveLength(3);
    expect(await engine.ask("nearest", { run: key, row: STRANGE, threshold })).not.toBeNull();
    expect(await engine.ask("evaluate", { run: key, threshold })).toBeNull();
    expect((await engine.ask("project", { run: key, axes: { kind: "components" }, limit: 50 })).rows[0]).toBe(STRANGE);
    expect((await engine.ask("project", { run: key, axes: { kind: "columns", x: 0, y: 1 }, limit: 50 })).of).toBe(300);
    const file = engine.start(
      "exportRows",
      {
        dataset: card.id,
        run: key,
        threshold,
        rows: "flagged",
        format: plain,
        words: exportWords,
        cells: "as-written",
      },
      quiet,
    );
    const lines = (await (await file.result).file.text()).trim().split(/\r?\n/);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/c0 \(high/);
  });

  it("explains a row by what its members say, in the order asked", async () => {
    const { key } = await combine();
    const [ordinary, strange] = await engine.ask("explain", { run: key, rows: Uint32Array.of(3, STRANGE) });
    expect(ordinary?.row).toBe(3);
    expect(strange?.method.code).toBe("method.combined");
    expect(strange?.contributions[0]?.column).toBe(0);
    const total = strange!.contributions.reduce((sum, { share }) => sum + Math.abs(share), 0);
    expect(total).toBeCloseTo(1, 5);
  });

  it("explains by the loudest alone where the maximum decides", async () => {
    const { key } = await combine({ rule: "max", weights: [0, 1, 0] });
    const [combined] = await engine.ask("explain", { run: key, rows: Uint32Array.of(5) });
    const [alone] = await engine.ask("explain", { run: members[1]!.key, rows: Uint32Array.of(5) });
    expect(combined!.contributions.map(({ column }) => column)).toEqual(
      alone!.contributions.map(({ column }) => column),
    );
    combined!.contributions.forEach(({ share }, at) => expect(share).toBeCloseTo(alone!.contributions[at]!.share, 5));
  });

  it("stays when a member is forgotten, and goes when it is forgotten itself", async () => {
    const again = await engine.start("run", { ...requestFor(card, "robust-z"), seed: 2 }, quiet).result;
    const { key } = await combine({ runs: [members[0]!.key, again.key], weights: [1, 1] });
    await engine.ask("forget", { run: again.key });
    expect(await engine.ask("explain", { run: key, rows: Uint32Array.of(STRANGE) })).toHaveLength(1);
    await engine.ask("forget", { run: key });
    await expect(engine.ask("explain", { run: key, rows: Uint32Array.of(STRANGE) })).rejects.toMatchObject({
      info: { code: "unknown-run" },
    });
  });

  it("tells how runs agree, the diagonal being 1", async () => {
    const found = await engine.ask("agree", { runs: request().runs });
    expect(found.map((line) => line.length)).toEqual([3, 3, 3]);
    expect(found.map((line, at) => line[at])).toEqual([1, 1, 1]);
    expect(found[0]![1]).toBe(found[1]![0]);
    expect(found[0]![1]).toBeGreaterThan(0.3);
  });

  it.each([
    ["one run", { runs: (keys: readonly string[]) => keys.slice(1, 2), weights: [1] }],
    ["a weight too few", { runs: (keys: readonly string[]) => keys, weights: [1, 1] }],
    ["a weight below 0", { runs: (keys: readonly string[]) => keys, weights: [1, 1, -1] }],
    ["a weight that is no number", { runs: (keys: readonly string[]) => keys, weights: [1, 1, NaN] }],
  ])("declines %s", async (_, { runs, weights }) => {
    await expect(combine({ runs: runs(request().runs), weights })).rejects.toMatchObject({
      info: { code: "illegal-parameter" },
    });
  });

  it("declines a consensus of consensuses, runs of another recipe, and runs that are gone", async () => {
    const { key } = await combine();
    const recipe = {
      ...card.recipe,
      columns: card.recipe.columns.map((one, at) => (at === 3 ? { ...one, role: "ignore" as const } : one)),
    };
    const other = await engine.start("run", { ...requestFor(card, "robust-z"), recipe }, quiet).result;
    const wrongs = [
      [key, "nested-consensus"],
      [other.key, "other-recipe"],
    ] as const;
    for (const [wrong, why] of wrongs)
      await expect(combine({ runs: [members[0]!.key, wrong], weights: [1, 1] })).rejects.toMatchObject({
        info: { code: "illegal-parameter", values: { why } },
      });
    const gone = runKeyOf({ ...requestFor(card, "robust-z"), version: 0 });
    await expect(combine({ runs: [members[0]!.key, gone], weights: [1, 1] })).rejects.toMatchObject({
      info: { code: "unknown-run" },
    });
  });
});

it("leaves out the rows that the recipe drops", async () => {
  const engine = createInlineEngine();
  const lines = numbersCsv({ strange: STRANGE }).split("\n");
  lines[5] = lines[5]!.replace(/^[^,]*/, "");
  const card = await openTable(engine, lines.join("\n"));
  const recipe = {
    ...card.recipe,
    columns: card.recipe.columns.map((one) => ({ ...one, missing: { kind: "drop-row" as const } })),
  };
  const runs: string[] = [];
  for (const detector of ["robust-z", "isolation-forest"])
    runs.push((await engine.start("run", { ...requestFor(card, detector), recipe }, quiet).result).key);
  const found = await engine.start("combine", { dataset: card.id, runs, weights: [1, 1], rule: "max" }, quiet).result;
  expect(found.scores[4]).toBeNaN();
  expect(found.order).toHaveLength(299);
  expect((await engine.ask("explain", { run: found.key, rows: Uint32Array.of(4) }))[0]?.contributions).toEqual([]);
});
