import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CONSENSUS, consensusKeyOf } from "../core/detect/run-key";
import { Failure } from "../core/data/failure";
import type { Stability } from "../core/score/stability";
import type { RunResult } from "../engine/protocol";
import { madeUpResult, madeUpInspection, madeUpTable } from "../testing/made-up-table";
import { onlyRanking } from "../testing/only-ranking";
import { scriptedEngine } from "../testing/scripted-engine";
import { until } from "../testing/until";
import { createSession } from "./session";
import { rerunsOf, shownStabilityOf } from "./stability";
import { sourceOf } from "./source";

const ROWS = 50;

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());
const FOREST = "isolation-forest";
const found = (overlap: number): Stability => ({ counts: new Uint8Array(ROWS), runs: 5, overlap });

/** A session over an open table in which isolation forest, robust z and k-means are done; the first is shown. */
async function openDone(change: Partial<RunResult> = {}) {
  const script = scriptedEngine();
  const session = createSession({ engine: script.engine });
  const opened = session.actions.open(sourceOf("payments.csv", new Blob(["a"])));
  script.looks[0]?.answer(madeUpInspection());
  await until(() => expect(script.opens).toHaveLength(1));
  script.opens[0]?.answer(madeUpTable("payments.csv", ROWS));
  await opened;
  await onlyRanking(session, script);
  const state = () => session.store.getState();
  const finish = async (at: number) => {
    await until(() => expect(script.runs.length).toBeGreaterThan(at));
    const run = script.runs[at]!;
    const { wanted } = state().runs[run.question.detector]!;
    run.answer({ ...madeUpResult(run.question, ROWS), key: wanted, ...change });
    await until(() => expect(state().runs[run.question.detector]?.status).toBe("done"));
  };
  for (const at of [0, 1, 2]) await finish(at);
  const shownReruns = () => rerunsOf(state(), state().runs[state().history.present.shown]?.result ?? null);
  const rerun = async (at: number) => {
    await until(() => expect(script.reruns.length).toBeGreaterThan(at));
    script.reruns[at]!.answer();
  };
  const whole = async () => {
    session.actions.askReruns();
    for (const at of [0, 1, 2, 3]) await rerun(at);
    await until(() => expect(script.stabilities).toHaveLength(1));
  };
  return { ...script, ...session, state, finish, shownReruns, rerun, whole };
}

it("makes the result on screen with four other seeds, one after the other, and asks how far they agree", async () => {
  const { actions, reruns, stabilities, state, shownReruns, rerun } = await openDone();
  const key = state().runs[FOREST]!.wanted;
  actions.askReruns();
  actions.askReruns();
  expect(reruns).toHaveLength(1);
  reruns[0]!.report({ phase: "fit", done: 0.5 });
  expect(shownReruns()).toMatchObject({ status: "running", made: 0, progress: { done: 0.5 } });
  for (const at of [0, 1, 2, 3]) await rerun(at);
  await until(() => expect(shownReruns()).toMatchObject({ status: "done", made: 4, progress: null }));
  expect(reruns.map(({ question }) => question)).toEqual([2, 3, 4, 5].map((seed) => ({ run: key, seed })));
  expect(stabilities[0]?.question).toEqual({ run: key, rule: { kind: "suggested" } });
  expect(shownStabilityOf(state())).toBeNull();
  stabilities[0]!.answer(found(0.9));
  await until(() => expect(shownStabilityOf(state())?.overlap).toBe(0.9));
});

it("follows the threshold: one question at a time, and the newest threshold has the last word", async () => {
  const { actions, stabilities, state, whole } = await openDone();
  await whole();
  for (const k of [10, 11, 12]) actions.setThreshold(FOREST, { kind: "top-k", k });
  expect(stabilities).toHaveLength(1);
  stabilities[0]!.answer(found(0.1));
  await until(() => expect(stabilities).toHaveLength(2));
  expect(stabilities[1]?.question.rule).toEqual({ kind: "top-k", k: 12 });
  stabilities[1]!.answer(found(0.2));
  await until(() => expect(shownStabilityOf(state())?.overlap).toBe(0.2));
  expect(stabilities).toHaveLength(2);
});

it("is gone when a setting changes, and back at once when that is undone", async () => {
  const { actions, reruns, stabilities, state, whole } = await openDone();
  await whole();
  stabilities[0]!.answer(found(0.9));
  await until(() => expect(shownStabilityOf(state())).not.toBeNull());
  actions.setSeed(77);
  expect(shownStabilityOf(state())).toBeNull();
  actions.undo();
  expect(shownStabilityOf(state())?.overlap).toBe(0.9);
  expect(reruns).toHaveLength(4);
});

it("gives way to a run between two seeds, and goes on after it", async () => {
  const { actions, runs, reruns, rerun, finish } = await openDone();
  actions.askReruns();
  actions.pick("hbos");
  actions.show(FOREST);
  expect(runs).toHaveLength(3);
  await rerun(0);
  await until(() => expect(runs).toHaveLength(4));
  expect(reruns).toHaveLength(1);
  await finish(3);
  await until(() => expect(reruns).toHaveLength(2));
});

it("stops, and goes on with the seeds that are missing", async () => {
  const { actions, reruns, shownReruns, rerun } = await openDone();
  actions.askReruns();
  await rerun(0);
  await until(() => expect(reruns).toHaveLength(2));
  actions.stopReruns();
  expect(reruns[1]?.isCancelled()).toBe(true);
  expect(shownReruns()).toMatchObject({ status: "stopped", made: 1 });
  actions.askReruns();
  await until(() => expect(reruns).toHaveLength(3));
  expect(reruns[2]?.question.seed).toBe(3);
});

it("is given up when its run is no longer wanted", async () => {
  const { actions, reruns, runs } = await openDone();
  actions.askReruns();
  actions.setSeed(5);
  expect(reruns[0]?.isCancelled()).toBe(true);
  await until(() => expect(runs).toHaveLength(4));
  expect(reruns).toHaveLength(1);
});

it("tells a failure, and tries again", async () => {
  const { actions, reruns, shownReruns } = await openDone();
  actions.askReruns();
  reruns[0]!.fail(new Failure({ code: "out-of-memory" }));
  await until(() => expect(shownReruns()).toMatchObject({ status: "failed", failure: { code: "out-of-memory" } }));
  actions.askReruns();
  await until(() => expect(reruns).toHaveLength(2));
});

it("tells why the reruns cannot be compared, and tries that again without making them again", async () => {
  const { actions, reruns, stabilities, shownReruns, whole } = await openDone();
  await whole();
  stabilities[0]!.fail(new RangeError("Array buffer allocation failed"));
  await until(() => expect(shownReruns()).toMatchObject({ status: "failed", failure: { code: "out-of-memory" } }));
  actions.askReruns();
  await until(() => expect(stabilities).toHaveLength(2));
  stabilities[1]!.answer(found(0.9));
  await until(() => expect(shownReruns()).toMatchObject({ status: "done", found: { stability: { overlap: 0.9 } } }));
  expect(reruns).toHaveLength(4);
});

it("forgets what a fresh worker does not know", async () => {
  const { stabilities, shownReruns, whole } = await openDone();
  await whole();
  stabilities[0]!.fail(new Failure({ code: "unknown-run" }));
  await until(() => expect(shownReruns()).toBeNull());
});

it("does nothing for a run that drew no random number, or that was ended early", async () => {
  for (const change of [{ chance: false }, { endedEarly: true }]) {
    const { actions, reruns, shownReruns } = await openDone(change);
    actions.askReruns();
    expect(reruns).toHaveLength(0);
    expect(shownReruns()).toBeNull();
  }
});

it("belongs to one consensus, and goes with it", async () => {
  const { actions, combinations, reruns, state, runs } = await openDone();
  const answer = async (at: number) => {
    await until(() => expect(combinations.length).toBeGreaterThan(at));
    const { question, answer: say } = combinations[at]!;
    const key = consensusKeyOf(question.runs, question.weights, question.rule);
    say({ ...madeUpResult({ ...runs[0]!.question, detector: CONSENSUS }, ROWS), key });
    await until(() => expect(state().runs[CONSENSUS]?.status).toBe("done"));
  };
  await answer(0);
  actions.show(CONSENSUS);
  actions.askReruns();
  expect(reruns[0]?.question.run).toBe(state().runs[CONSENSUS]?.result?.key);
  actions.setConsensus({ rule: "max" });
  expect(reruns[0]?.isCancelled()).toBe(true);
  expect(state().reruns).toEqual({});
});
