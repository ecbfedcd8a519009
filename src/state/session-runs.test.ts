import { describe, expect, it } from "vitest";
import { Failure } from "../core/data/failure";
import { madeUpResult } from "../testing/made-up-table";
import { openSession, tick, twoColumns } from "../testing/open-session";
import { sourceOf } from "./source";

describe("the runs of a session", () => {
  it("runs the quick set at once, one after the other, the shown detector first", async () => {
    const { runs, finish, state } = await openSession();
    expect(runs.map(({ question }) => question.detector)).toEqual(["isolation-forest"]);
    await finish(0);
    await finish(1);
    await finish(2);
    expect(runs.map(({ question }) => question.detector)).toEqual(["isolation-forest", "robust-z", "k-means"]);
    expect(runs.map(({ question }) => state().runs[question.detector]?.status)).toEqual(["done", "done", "done"]);
  });

  it("looks for findings first, shows them, and leaves them out of the consensus", async () => {
    const { runs, finish, state, combinations, session } = await openSession(undefined, { findings: true });
    for (const at of [0, 1, 2, 3]) await finish(at);
    expect(runs.map(({ question }) => question.detector)).toEqual([
      "findings",
      "isolation-forest",
      "robust-z",
      "k-means",
    ]);
    expect(state().history.present.shown).toBe("findings");
    const keys = runs.slice(1).map(({ question }) => state().runs[question.detector]?.wanted);
    expect(combinations[0]?.question.runs).toEqual(keys);
    session.actions.setMember("findings", true);
    await tick();
    expect(combinations.at(-1)?.question.runs).toHaveLength(4);
  });

  it("shows what a sample says while all is scored, and longer where it is stopped there", async () => {
    const { runs, finish, session, state } = await openSession(undefined, { findings: true });
    const { question, report } = runs[0] ?? expect.fail("no run was started");
    const sampled = { rows: 2, of: 3 };
    const firstLook = { ...madeUpResult(question, 3), key: "sample", sampled };
    report({ phase: "score", done: null, firstLook });
    session.actions.select(1);
    expect(state().runs.findings).toMatchObject({ status: "running", stale: false, result: { sampled } });
    await finish(0);
    expect(state().runs.findings?.status).toBe("done");
    expect(state().runs.findings?.result?.sampled).toBeUndefined();
    expect(state().viewState.selectedRow).toBe(1);

    session.actions.setSeed(2);
    session.actions.retryRun("findings");
    await tick();
    const again = runs.at(-1) ?? expect.fail("no run was started");
    again.report({ phase: "score", done: null, firstLook: { ...firstLook, key: "another sample" } });
    session.actions.cancelRun("findings");
    await tick();
    expect(state().runs.findings).toMatchObject({ status: "cancelled", result: { key: "another sample" } });
  });

  it("runs only what depends on a change again, and keeps the old result until then", async () => {
    const { runs, finish, session, clock, state } = await openSession();
    for (const at of [0, 1, 2]) await finish(at);
    session.actions.setParams("k-means", { clusters: 3 });
    expect(state().runs["k-means"]).toMatchObject({ status: "waiting", stale: true });
    expect(state().runs["k-means"]?.result).not.toBeNull();
    expect(state().runs["robust-z"]?.status).toBe("done");
    clock.pass(350);
    expect(runs).toHaveLength(4);
    expect(runs[3]?.question).toMatchObject({ detector: "k-means", params: { clusters: 3 } });
  });

  it("shows a run that was made before without running it again", async () => {
    const { runs, finish, session, clock, state } = await openSession();
    for (const at of [0, 1, 2]) await finish(at);
    session.actions.setSeed(2);
    clock.pass(350);
    for (const at of [3, 4, 5]) await finish(at);
    session.actions.undo();
    expect(state().runs["isolation-forest"]).toMatchObject({ status: "done", stale: false });
    await tick();
    expect(runs).toHaveLength(6);
  });

  it("keeps what undo brought back when the run that it cancelled ends all the same", async () => {
    const { runs, finish, session, clock, state } = await openSession();
    for (const at of [0, 1, 2]) await finish(at);
    const before = state().runs["k-means"]?.result;
    session.actions.setParams("k-means", { clusters: 3 });
    clock.pass(350);
    const { question, answer } = runs[3] ?? expect.fail("no run was started");
    const key = state().runs["k-means"]?.wanted ?? "";
    // Its result is on the way, and finds other choices when it arrives.
    answer({ ...madeUpResult(question, 3), key });
    session.actions.undo();
    await tick();
    expect(state().runs["k-means"]).toMatchObject({ status: "done", stale: false });
    expect(state().runs["k-means"]?.result).toBe(before);
    session.actions.redo();
    expect(state().runs["k-means"]?.result?.key).toBe(key);
  });

  it.each(["as it ends", "by failing", "by killing the worker"])(
    "lets no run of the file before land on the one that took its place: %s",
    async (end) => {
      const { runs, session, opens, state } = await openSession();
      const { question, answer, fail } = runs[0] ?? expect.fail("no run was started");
      void session.actions.open(sourceOf("other.csv", new Blob(["a,b\n9,9\n"])));
      await tick();
      opens[1]?.answer(twoColumns("other"));
      // On the way before it hears that it was cancelled.
      if (end === "as it ends") answer({ ...madeUpResult(question, 3), key: "of the file before" });
      else fail(new Failure({ code: end === "by failing" ? "not-finite" : "worker-died" }));
      await tick();
      for (const run of Object.values(state().runs)) {
        expect(run.result).toBeNull();
        expect(run.failure).toBeNull();
      }
      expect(runs.at(-1)?.question.dataset).toBe("other");
    },
  );

  it("runs nothing while an undone correction is read, whose columns are others", async () => {
    const { runs, finish, session, opens, clock, state } = await openSession();
    for (const at of [0, 1, 2]) await finish(at);
    void session.actions.correctReading({ delimiter: "|" });
    await tick();
    const card = twoColumns("one");
    const { recipe } = card;
    opens[1]?.answer({
      ...card,
      columns: card.columns.slice(1),
      recipe: { ...recipe, columns: recipe.columns.slice(1) },
    });
    await tick();
    const asked = runs.length;
    session.actions.undo();
    session.actions.setSeed(3);
    clock.pass(350);
    await tick();
    expect(state().dataset?.id).toBe("one");
    expect(runs).toHaveLength(asked);
  });

  it("never runs anything because the threshold moved", async () => {
    const { runs, finish, session, clock } = await openSession();
    for (const at of [0, 1, 2]) await finish(at);
    session.actions.setThreshold("isolation-forest", { kind: "top-k", k: 2 });
    clock.pass(350);
    expect(runs).toHaveLength(3);
  });

  it("cancels a run that nobody wants any more", async () => {
    const { runs, session } = await openSession();
    session.actions.setParams("isolation-forest", { trees: 50 });
    expect(runs[0]?.isCancelled()).toBe(true);
  });

  it("does not start a cancelled run again by itself", async () => {
    const { runs, finish, session, state } = await openSession();
    session.actions.cancelRun("isolation-forest");
    await tick();
    expect(state().runs["isolation-forest"]?.status).toBe("cancelled");
    await finish(1);
    await finish(2);
    expect(runs).toHaveLength(3);
    session.actions.retryRun("isolation-forest");
    expect(runs).toHaveLength(4);
  });

  it("tells why a run failed and goes on with the next", async () => {
    const { runs, state } = await openSession();
    runs[0]?.fail(new Failure({ code: "no-features" }));
    await tick();
    expect(state().runs["isolation-forest"]).toMatchObject({ status: "failed", failure: { code: "no-features" } });
    expect(runs).toHaveLength(2);
  });

  it("opens the table and makes the runs again after the worker died, but not the one that killed it", async () => {
    const { runs, opens, finish, restart, state } = await openSession();
    await finish(0);
    runs[1]?.fail(new Failure({ code: "worker-died" }));
    restart();
    await tick();
    expect(opens).toHaveLength(2);
    expect(state().runs["isolation-forest"]?.result).not.toBeNull();
    opens[1]?.answer(twoColumns());
    await tick();
    expect(state().announcements.map(({ note }) => note.code)).toEqual(["failures.worker-died.title"]);
    await finish(2);
    await finish(3);
    expect(runs.slice(2).map(({ question }) => question.detector)).toEqual(["isolation-forest", "k-means"]);
    expect(state().runs["robust-z"]).toMatchObject({ status: "failed", failure: { code: "worker-died" } });
  });

  it("leaves nothing waiting of a detector that is not picked any more, and runs it when it is picked again", async () => {
    const { runs, session, clock, state } = await openSession();
    session.actions.unpick("robust-z");
    session.actions.unpick("isolation-forest");
    expect(state().runs["robust-z"]?.status).toBe("idle");
    expect(runs[0]?.isCancelled()).toBe(true);
    await tick();
    session.actions.undo();
    clock.pass(350);
    expect(state().runs["isolation-forest"]?.status).not.toBe("cancelled");
    expect(runs.map(({ question }) => question.detector)).toContain("isolation-forest");
  });
});
