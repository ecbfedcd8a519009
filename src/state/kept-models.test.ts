import { expect, it } from "vitest";
import { createInlineEngine } from "../engine/inline";
import { columnMapOf } from "../core/models/column-map";
import { CONSENSUS } from "../core/detect/run-key";
import { hurriedClock } from "../testing/hand-clock";
import { rowLines } from "../testing/lines-of-kinds";
import { sourceOf as tableSource } from "../testing/open-table";
import { until } from "../testing/until";
import { createSession } from "./session";
import { fetchCatalogue } from "./catalogue";

const COUNT = 120;
const lines = rowLines(COUNT);
const csv = (from: number, to: number, head = "a,b,c") =>
  tableSource([head, ...lines.slice(from, to)].join("\n"), "may.csv");

async function opened() {
  await fetchCatalogue();
  const session = createSession({ engine: createInlineEngine(), clock: hurriedClock });
  const state = () => session.store.getState();
  const settledRuns = () =>
    until(() => {
      const { history, runs } = state();
      const ids = [...history.present.picked, CONSENSUS];
      expect(ids.filter((id) => runs[id]?.status !== "done" || runs[id].stale)).toEqual([]);
    });
  const open = async (source: ReturnType<typeof csv>) => {
    await session.actions.open(source);
    await settledRuns();
  };
  return { session, state, settledRuns, open };
}

it("keeps the consensus on screen, and scores the next file by it in one undoable step", async () => {
  const { session, state, settledRuns, open } = await opened();
  await open(csv(0, COUNT));
  session.actions.show(CONSENSUS);
  const before = state().runs[CONSENSUS]!.result!;
  await session.actions.keepModel("May");
  const [model] = state().models ?? [];
  expect(model).toMatchObject({ name: "May", rule: before.request.params.rule });
  await open(csv(60, COUNT, "a,b,C"));
  const map = columnMapOf(model!.settings, state().dataset!.columns);
  expect(map.map(({ to }) => to)).toEqual(["a", "b", "C"]);
  const usual = state().history.present;
  session.actions.useModel(model!, map);
  await settledRuns();
  expect([...state().runs[CONSENSUS]!.result!.scores]).toEqual([...before.scores.subarray(60)]);
  expect(state().history.present.shown).toBe(CONSENSUS);
  expect(session.thresholdRuleOf(CONSENSUS)).toEqual({ kind: "fixed", value: model!.threshold.value });
  session.actions.undo();
  expect(state().history.present).toEqual(usual);
  session.dispose();
});

it("takes a kept detector that is dropped, and leaves the table on screen", async () => {
  const { session, state, open } = await opened();
  await open(csv(0, COUNT));
  await session.actions.keepModel("May");
  const [model] = state().models ?? [];
  const file = await session.ask("modelFile", { id: model!.id });
  await session.actions.removeModel(model!.id);
  expect(state().models).toEqual([]);
  const table = state().dataset;
  await session.actions.open({ name: "May.detector", files: [{ path: "May.detector", blob: file }] });
  expect(state().models?.map(({ name }) => name)).toEqual(["May"]);
  expect(state().dataset).toBe(table);
  await session.actions.open({ name: "x.detector", files: [{ path: "x.detector", blob: new Blob(["a,b"]) }] });
  expect(state().announcements.at(-1)?.note.code).toBe("failures.bad-model.title");
  session.dispose();
});
