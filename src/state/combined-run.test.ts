import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CONSENSUS, consensusKeyOf } from "../core/detect/run-key";
import { Failure } from "../core/data/failure";
import { madeUpResult, madeUpInspection, madeUpTable } from "../testing/made-up-table";
import { onlyRanking } from "../testing/only-ranking";
import { scriptedEngine } from "../testing/scripted-engine";
import { until } from "../testing/until";
import { createSession } from "./session";
import { sourceOf } from "./source";

const ROWS = 50;

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

/** A session over an open table, in which the first `done` detectors of the quick set are done. */
async function openWith(done: number) {
  const script = scriptedEngine();
  const session = createSession({ engine: script.engine });
  const { actions } = session;
  const opened = actions.open(sourceOf("payments.csv", new Blob(["a"])));
  script.looks[0]?.answer(madeUpInspection());
  await until(() => expect(script.opens).toHaveLength(1));
  script.opens[0]?.answer(madeUpTable("payments.csv", ROWS));
  await opened;
  await onlyRanking(session, script);
  const finish = async (at: number) => {
    await until(() => expect(script.runs.length).toBeGreaterThan(at));
    const run = script.runs[at]!;
    const { wanted } = session.store.getState().runs[run.question.detector]!;
    run.answer({ ...madeUpResult(run.question, ROWS), key: wanted });
    await until(() => expect(session.store.getState().runs[run.question.detector]?.status).toBe("done"));
  };
  for (let at = 0; at < done; at++) await finish(at);
  const consensus = () => session.store.getState().runs[CONSENSUS];
  const answer = (at: number) => {
    const { question, answer } = script.combinations[at]!;
    const request = { ...script.runs[0]!.question, detector: CONSENSUS };
    const key = consensusKeyOf(question.runs, question.weights, question.rule);
    answer({ ...madeUpResult(request, ROWS), key });
    return until(() => expect(consensus()?.status).toBe("done"));
  };
  return { ...script, session, actions, finish, consensus, answer };
}

it("waits for every member, then combines those that are done", async () => {
  const { session, combinations, finish, consensus, answer } = await openWith(2);
  expect(consensus()).toMatchObject({ status: "waiting", result: null });
  await finish(2);
  await until(() => expect(combinations).toHaveLength(1));
  const keys = ["isolation-forest", "robust-z", "k-means"].map((id) => session.store.getState().runs[id]!.wanted);
  expect(combinations[0]!.question).toMatchObject({ runs: keys, weights: [1, 1, 1], rule: "scaled" });
  await answer(0);
  expect(consensus()).toMatchObject({ stale: false, wanted: consensusKeyOf(keys, [1, 1, 1], "scaled") });
});

it("is made again when a weight comes to rest, without a run, and undone with it", async () => {
  const { runs, actions, combinations, consensus, answer } = await openWith(3);
  await answer(0);
  for (const weight of [0.8, 0.5, 0.25]) actions.setWeight("robust-z", weight);
  expect(consensus()).toMatchObject({ status: "waiting", stale: true });
  await until(() => expect(combinations).toHaveLength(2));
  expect(combinations[1]!.question.weights).toEqual([1, 0.25, 1]);
  await answer(1);
  actions.undo();
  await until(() => expect(combinations).toHaveLength(3));
  expect(combinations[2]!.question.weights).toEqual([1, 1, 1]);
  expect(runs).toHaveLength(3);
});

it("goes on without a member that failed, and says when too few are left", async () => {
  const { runs, actions, combinations, consensus } = await openWith(2);
  await until(() => expect(runs).toHaveLength(3));
  runs[2]!.fail(new Failure({ code: "out-of-memory" }));
  await until(() => expect(combinations).toHaveLength(1));
  expect(combinations[0]!.question.runs).toHaveLength(2);
  actions.setMember("robust-z", false);
  expect(consensus()).toMatchObject({ status: "failed", failure: { code: "too-few-members" } });
  expect(combinations[0]!.isCancelled()).toBe(true);
});

it("is away while only one detector is picked, and is then not on screen", async () => {
  const { session, actions, consensus, answer } = await openWith(3);
  await answer(0);
  actions.show(CONSENSUS);
  actions.unpick("k-means");
  expect(session.store.getState().history.present.shown).toBe(CONSENSUS);
  actions.unpick("isolation-forest");
  expect(consensus()).toBeUndefined();
  expect(session.store.getState().history.present.shown).toBe("robust-z");
});

it("is let go of where it ends after nobody wants it any more", async () => {
  const { engine, actions, combinations, runs } = await openWith(3);
  await until(() => expect(combinations).toHaveLength(1));
  const ask = vi.spyOn(engine, "ask");
  const late = combinations[0]!;
  late.answer({ ...madeUpResult({ ...runs[0]!.question, detector: CONSENSUS }, ROWS), key: "nobody wants it" });
  // Its answer is on the way when the file is left.
  actions.leave();
  await until(() => expect(ask).toHaveBeenCalledWith("forget", { run: "nobody wants it" }));
});

it("stays stopped until it is asked for again", async () => {
  const { actions, combinations, consensus } = await openWith(3);
  actions.cancelRun(CONSENSUS);
  expect(combinations[0]!.isCancelled()).toBe(true);
  actions.setConsensus({ rule: "max" });
  expect(consensus()?.status).toBe("cancelled");
  actions.retryRun(CONSENSUS);
  await until(() => expect(combinations).toHaveLength(2));
  expect(combinations[1]!.question.rule).toBe("max");
});
