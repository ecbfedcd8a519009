import { describe, expect, it } from "vitest";
import { numbersCsv } from "../testing/open-table";
import { coreImages } from "../core/kinds/images";
import { createInlineEngine } from "../engine/inline";
import { hurriedClock } from "../testing/hand-clock";
import { runsDone } from "../testing/real-screen";
import { createSession } from "./session";
import { sourceOf } from "./source";
import { rankingOf, borderlineRows, isClearIn } from "./borderline";
import { thresholdOf } from "./threshold";

async function opened(csv: string) {
  const session = createSession({ engine: createInlineEngine(), clock: hurriedClock });
  await session.actions.open(sourceOf("numbers.csv", new Blob([csv])));
  await runsDone(session);
  return session;
}

describe("what a table opens on", () => {
  it("is what stands out for sure, where something does", async () => {
    const { store } = await opened(numbersCsv({ strange: 20 }));
    expect(store.getState().history.present.shown).toBe("findings");
  });

  it("is the ranking where nothing does, which is no step to be undone", async () => {
    const { store, actions } = await opened(numbersCsv());
    const { history } = store.getState();
    expect(history.present.shown).toBe("consensus");
    expect(history.past).toEqual([]);
    actions.show("findings");
    expect(store.getState().history.present.shown).toBe("findings");
    actions.undo();
    expect(store.getState().history.present.shown).toBe("consensus");
  });
});

it("is the quickest detector where rows have no findings, and all together once they are there, with a word", async () => {
  const { store, actions } = await opened(numbersCsv());
  const { history, runs } = store.getState();
  const { recipe } = history.present;
  const rowKind = coreImages.decode({ kind: "images" }, [], () => undefined);
  const present = { ...history.present, recipe: { ...recipe!, rowKind: rowKind! } };
  const picked = ["picture-pca", "patchcore"];
  const done = { "picture-pca": runs["robust-z"]!, patchcore: runs["k-means"]! };
  const consensus = runs.consensus!;
  store.setState({ history: { ...history, present: { ...present, picked, shown: "picture-pca" } } });
  actions.select(3);
  store.setState({ runs: { ...done, consensus: { ...consensus, status: "running" } } });
  expect(store.getState().history.present.shown).toBe("picture-pca");
  store.setState({ runs: { ...done, consensus } });
  expect(store.getState().history.present.shown).toBe("consensus");
  expect(store.getState().history.past).toEqual([]);
  expect(store.getState().viewState.selectedRow).toBe(3);
  expect(store.getState().announcements.at(-1)?.note.code).toBe("recommend.together");
});

describe("what is borderline", () => {
  it("is what the ranking flags beside what stands out", async () => {
    const { store } = await opened(numbersCsv({ strange: 20 }));
    const state = store.getState();
    const ranking = rankingOf(state)!;
    const flagged = thresholdOf(ranking.result, { kind: "suggested" }).count;
    const { result } = state.runs.findings!;
    const sure = { result: result!, value: thresholdOf(result!, { kind: "suggested" }).value };
    const rows = borderlineRows(ranking.result, { kind: "suggested" }, sure);
    expect(ranking.result.order[0]).toBe(20);
    expect(rows).not.toContain(20);
    expect(rows).toHaveLength(flagged - 1);
    expect(borderlineRows(ranking.result, { kind: "suggested" }, null)).toHaveLength(flagged);
  });

  it("is clear only where scores leave a gap and detectors agree", async () => {
    const result = (await opened(numbersCsv({ strange: 20 }))).store.getState().runs["robust-z"]!.result!;
    const sorted = Float64Array.of(90, ...Array.from({ length: 99 }, (_, at) => 1 - at / 1000));
    const order = Uint32Array.from({ length: 100 }, (_, at) => at);
    const scores = sorted;
    const agreed = { name: "mad-3.5", value: 50, count: 1 } as const;
    const apart = { ...result, scores, sorted, order, suggestions: [agreed] };
    const same = { detector: "robust-z", result: apart, threshold: thresholdOf(apart, { kind: "suggested" }) };
    expect(isClearIn(apart, [same])).toBe(true);
    const other = { ...apart, scores: scores.toReversed() };
    const against = { detector: "k-means", result: other, threshold: same.threshold };
    expect(isClearIn(apart, [against, against, same])).toBe(false);
    const close = { ...apart, sorted: sorted.map((_, at) => 90 - at) };
    expect(isClearIn(close, [same])).toBe(false);
  });
});
