import { afterEach, expect, it } from "vitest";
import { CONSENSUS } from "../core/detect/run-key";
import { createInlineEngine } from "../engine/inline";
import type { ExportRequest } from "../engine/protocol";
import { hurriedClock } from "../testing/hand-clock";
import { numbersCsv } from "../testing/open-table";
import { until } from "../testing/until";
import { allDetectors, detectorCardOf, namedInstance } from "./catalogue";
import { doneDetectorsOf } from "./panel";
import { createSession, type Session } from "./session";
import { sourceOf } from "./source";
import { ownerOf } from "./threshold";

const sessions: Session[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
});

/** A session over a small table whose 20th row is strange, in which only k-means runs. */
async function openWithKMeans() {
  const session = createSession({ engine: createInlineEngine(), clock: hurriedClock });
  sessions.push(session);
  const { actions, store } = session;
  const state = () => store.getState();
  const choices = () => state().history.present;
  const settled = () =>
    until(() => {
      const wanted = [...choices().picked, ...(choices().picked.length > 1 ? [CONSENSUS] : [])];
      for (const id of wanted) expect(state().runs[id]).toMatchObject({ status: "done", stale: false, failure: null });
    });
  await actions.open(sourceOf("numbers.csv", new Blob([numbersCsv({ rows: 200, strange: 20 })])));
  actions.pick("k-means");
  for (const id of choices().picked.filter((one) => one !== "k-means")) actions.unpick(id);
  await settled();
  const resultOf = (id: string) => state().runs[id]?.result ?? expect.fail(`no result of ${id}`);
  return { session, actions, state, choices, settled, resultOf };
}

it("shares the run of an instance that is set up alike, and runs its own once it is set up otherwise", async () => {
  const { actions, choices, settled, resultOf, state } = await openWithKMeans();
  actions.duplicate("k-means");
  expect(choices().picked).toEqual(["k-means", "k-means-2"]);
  expect(choices().shown).toBe("k-means-2");
  expect(resultOf("k-means-2")).toBe(resultOf("k-means"));
  actions.setParams("k-means-2", { clusters: 3 });
  await settled();
  expect(resultOf("k-means").request.params).toMatchObject({ clusters: 16 });
  expect(resultOf("k-means-2").request).toMatchObject({ detector: "k-means", params: { clusters: 3 } });
  expect(resultOf("k-means-2").key).not.toBe(resultOf("k-means").key);
  expect(doneDetectorsOf(state())).toEqual(["k-means", "k-means-2"]);
});

it("compares, combines, explains and exports two of one detector as any two", async () => {
  const { session, actions, settled, resultOf, state } = await openWithKMeans();
  const { ask } = session;
  actions.duplicate("k-means");
  actions.setParams("k-means-2", { clusters: 3 });
  actions.setWeight("k-means-2", 0.5);
  await settled();
  const [one, other, both] = ["k-means", "k-means-2", CONSENSUS].map(resultOf);
  const keys = [one!.key, other!.key];
  const agreement = await ask("agree", { runs: keys });
  expect(agreement[0]?.[1]).toBeGreaterThan(0.2);
  expect(agreement[0]?.[1]).toBeLessThan(1);
  expect(both!.request.params).toMatchObject({ "weight of k-means": 1, "weight of k-means-2": 0.5 });
  for (const { key, order } of [one!, other!, both!]) {
    expect(order[0]).toBe(20);
    const [told] = await ask("explain", { run: key, rows: Uint32Array.of(20) });
    expect(told?.contributions[0]?.column).toBe(0);
  }
  const words = {
    score: "score",
    percentile: "percentile",
    score100: "score (0-100)",
    flagged: "flagged",
    reasons: "reasons",
    stability: "stability",
    sourceRow: "row",
    directions: {},
    sentences: { language: "en", templates: {} },
  };
  const request = {
    dataset: state().dataset?.id ?? "",
    run: other!.key,
    threshold: other!.sorted[0] ?? 0,
    rows: "flagged",
    format: { separator: ",", quote: '"', decimal: ".", bom: false, guard: true },
    words,
    cells: "as-written",
  };
  // Directions have words of their own, which this test does not read.
  const { file } = await session.start("exportRows", request as unknown as ExportRequest, () => undefined).result;
  expect((await file.text()).trim().split("\n")).toHaveLength(2);
});

it("keeps a threshold for each instance, also of one result", async () => {
  const { session, actions, resultOf, state } = await openWithKMeans();
  actions.setThreshold("k-means", { kind: "top-k", k: 5 });
  actions.duplicate("k-means");
  expect(session.thresholdRuleOf("k-means-2")).toEqual({ kind: "top-k", k: 5 });
  actions.setThreshold("k-means-2", { kind: "top-k", k: 9 });
  expect(session.thresholdRuleOf("k-means")).toEqual({ kind: "top-k", k: 5 });
  expect(ownerOf(state(), resultOf("k-means"))).toBe("k-means-2");
  actions.show("k-means");
  expect(ownerOf(state(), resultOf("k-means"))).toBe("k-means");
});

it("forgets an instance that is taken away, and undo brings it back as it was", async () => {
  const { actions, choices, settled } = await openWithKMeans();
  actions.duplicate("k-means");
  actions.setParams("k-means-2", { clusters: 3 });
  actions.setThreshold("k-means-2", { kind: "top-k", k: 9 });
  await settled();
  const before = choices();
  actions.unpick("k-means-2");
  expect(choices().detectors.some(({ id }) => id === "k-means-2")).toBe(false);
  expect(choices().thresholds).toEqual({});
  actions.undo();
  expect(choices()).toEqual(before);
  // The first of a detector keeps its parameters while it is put aside.
  actions.setParams("k-means", { clusters: 5 });
  actions.unpick("k-means");
  actions.pick("k-means");
  expect(choices().detectors.find(({ id }) => id === "k-means")?.params).toMatchObject({ clusters: 5 });
});

it("comes back with the file", async () => {
  const { session, actions, choices } = await openWithKMeans();
  actions.duplicate("k-means");
  actions.setParams("k-means-2", { clusters: 3 });
  session.flush();
  const again = createSession({ engine: createInlineEngine(), storage: session.storage });
  sessions.push(again);
  await again.actions.open(sourceOf("numbers.csv", new Blob([numbersCsv({ rows: 200, strange: 20 })])));
  expect(again.store.getState().history.present).toEqual(choices());
});

it("names every instance by its detector and its number", () => {
  for (const { id, label } of allDetectors()) {
    expect(namedInstance(id)).toEqual({ id, label, number: 1 });
    expect(namedInstance(`${id}-12`)).toEqual({ id, label, number: 12 });
    expect(detectorCardOf(`${id}-2`)?.id).toBe(id);
  }
  expect(namedInstance(CONSENSUS)).toEqual({ id: CONSENSUS, label: CONSENSUS, number: 1 });
});
