import { describe, expect, it } from "vitest";
import { Failure } from "../core/data/failure";
import { openSession, tick } from "../testing/open-session";
import { pageStorage } from "./guarded-storage";
import { usualThreads } from "./threads";

const started = ({ runs }: Awaited<ReturnType<typeof openSession>>) => runs.map(({ question }) => question.detector);

describe("runs side by side", () => {
  it("are as many as there are threads, one of them where the table is, the shown detector first", async () => {
    const opened = await openSession(undefined, { findings: true, threads: 2 });
    expect(started(opened)).toEqual(["findings", "isolation-forest"]);
    await opened.finish(1);
    expect(started(opened)).toEqual(["findings", "isolation-forest", "robust-z"]);
    await opened.finish(0);
    expect(started(opened)).toEqual(["findings", "isolation-forest", "robust-z", "k-means"]);
    expect(opened.combinations).toEqual([]);
    await opened.finish(3);
    await opened.finish(2);
    expect(opened.combinations).toHaveLength(1);
  });

  it("are not held up by a network, of which one works at a time", async () => {
    const opened = await openSession(undefined, { findings: true, threads: 4 });
    opened.session.actions.pickAll(["autoencoder", "gan", "knn"]);
    await tick();
    expect(started(opened)).toEqual(["findings", "isolation-forest", "robust-z", "k-means"]);
    await opened.finish(2);
    expect(started(opened).slice(4)).toEqual(["knn"]);
    await opened.finish(0);
    expect(started(opened).slice(4)).toEqual(["knn", "autoencoder"]);
  });

  it("are cancelled each by itself", async () => {
    const opened = await openSession(undefined, { threads: 3 });
    opened.session.actions.cancelRun("robust-z");
    await tick();
    expect(opened.runs.map(({ isCancelled }) => isCancelled())).toEqual([false, true, false]);
    expect(opened.state().runs["robust-z"]?.status).toBe("cancelled");
    opened.session.actions.setSeed(9);
    expect(opened.runs.map(({ isCancelled }) => isCancelled())).toEqual([true, true, true]);
  });

  it("are none of them blamed where the worker ends under several", async () => {
    const opened = await openSession(undefined, { threads: 2 });
    opened.restart();
    for (const at of [0, 1]) opened.runs[at]?.fail(new Failure({ code: "worker-died" }));
    await tick();
    expect(Object.values(opened.state().runs).map(({ status }) => status)).not.toContain("failed");
  });
});

describe("how many run side by side", () => {
  it("is one less than there are cores, at least two and at most eight", () => {
    expect([1, 2, 4, 64].map(usualThreads)).toEqual([2, 2, 3, 8]);
  });

  it("is what a person says, now and at the next visit", async () => {
    const storage = pageStorage();
    const opened = await openSession(storage, { threads: 2 });
    expect(started(opened)).toHaveLength(2);
    opened.session.actions.setThreads(3);
    expect(started(opened)).toHaveLength(3);
    opened.session.actions.setThreads(1);
    const again = await openSession(storage, { threads: 4 });
    expect(again.state().threads).toEqual({ chosen: 1, usual: 4 });
    expect(started(again)).toHaveLength(1);
    again.session.actions.setThreads(null);
    expect((await openSession(storage, { threads: 4 })).state().threads.chosen).toBeNull();
  });
});
