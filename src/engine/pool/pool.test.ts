import { describe, expect, it } from "vitest";
import { inlineHelpers } from "../../testing/inline-helpers";
import type { CallTools } from "../calls/host";
import { NoHelpers } from "./asking";
import { createPool } from "./pool";
import type { TaskHandlers, TaskTools } from "./tasks";

const SCORES = { scores: Float64Array.of(1), answers: null, notes: [] };

/** Threads of which every task waits until the test lets it go on; time passes when the test says so. */
function poolOf(threads: number, others: Partial<TaskHandlers> = {}) {
  const working: { from: number; tools: TaskTools; finish(): void; lent: unknown }[] = [];
  const handlers: TaskHandlers = {
    fit: async () => expect.fail("nothing is fitted here"),
    part: async () => expect.fail("nothing is shared out here"),
    score: ({ from }, lent, tools) =>
      new Promise((resolve) => working.push({ from, tools, lent, finish: () => resolve(SCORES) })),
    ...others,
  };
  const { spawn, helpers } = inlineHelpers(handlers);
  let look = () => {};
  const pool = createPool(spawn, (again) => {
    look = again;
    return () => (look = () => {});
  });
  pool.resize(threads);
  const samples = pool.lend({ values: Float32Array.of(1), features: ["a"], origin: Uint32Array.of(0) }, {});
  const model = pool.lend({ centre: Float64Array.of(5) }, {});
  const ask = (from: number, tools = patient, urgency = 0) =>
    pool.do("score", { detector: "any", from, to: from + 1 }, { samples, model }, tools, { urgency });
  return { pool, helpers, working, ask, samples, model, look: () => look() };
}

/** The same with a fit that has as many parts as its seed says, each of which waits until the test lets it go on. */
function partsOf(threads: number) {
  const parts: { input: unknown; finish(): void }[] = [];
  const finishFit: { got: unknown; told: number[] } = { got: null, told: [] };
  const base = poolOf(threads, {
    async fit({ seed }, _, { spread }) {
      const inputs = Array.from({ length: seed }, (_, at) => at);
      finishFit.got = await spread("any", { shared: true }, inputs, (done) => finishFit.told.push(done));
      return { model: "done", notes: [], metrics: [], trainingViews: [], endedEarly: false, chance: false };
    },
    part: ({ input }) => new Promise((resolve) => parts.push({ input, finish: () => resolve(Number(input) * 10) })),
  });
  const fit = (seed: number, tools = patient) => {
    const learned = base.pool.lend({ values: Float32Array.of(1), features: ["a"], origin: Uint32Array.of(0) }, {});
    return base.pool.do("fit", { detector: "any", params: {}, seed, backend: "cpu" }, { learned }, tools);
  };
  return { ...base, parts, finishFit, fit };
}

const patient: CallTools = { progress: () => undefined, cancelled: () => false, endsEarly: () => false };
/** All that is on its way has arrived: a message takes a turn of the event loop, its answer another. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe("a pool of threads", () => {
  it("does as much side by side as there are threads, what is urgent first", async () => {
    const { ask, working, helpers } = poolOf(2);
    const answers = [ask(0), ask(1), ask(2, patient, 1), ask(3)];
    await settled();
    expect(working.map(({ from }) => from)).toEqual([0, 1]);
    expect(helpers).toHaveLength(2);
    working[0]?.finish();
    expect(await answers[0]).toEqual(SCORES);
    await settled();
    expect(working.map(({ from }) => from)).toEqual([0, 1, 3]);
    working[2]?.finish();
    await answers[3];
    await settled();
    expect(working.map(({ from }) => from)).toEqual([0, 1, 3, 2]);
  });

  it("lends a thing once to each thread, and takes it back from all", async () => {
    const { ask, working, helpers, samples, model } = poolOf(2);
    const answers = [ask(0), ask(1), ask(2)];
    await settled();
    expect(working[1]?.lent).toMatchObject({ model: { centre: Float64Array.of(5) } });
    working[0]?.finish();
    await settled();
    const sent = helpers.flatMap(({ heard }) => heard.flatMap((one) => (one.kind === "task" ? [one.fresh.size] : [])));
    expect(sent.toSorted()).toEqual([0, 2, 2]);
    expect(working[2]?.lent).toMatchObject({ model: { centre: Float64Array.of(5) } });
    for (const { finish } of working) finish();
    await Promise.all(answers);
    samples.giveBack();
    model.giveBack();
    for (const { heard } of helpers) expect(heard.filter(({ kind }) => kind === "give-back")).toHaveLength(2);
  });

  it("cancels what waits and what works, and ends a thread that does not hear", async () => {
    const { ask, working, look, helpers } = poolOf(2);
    let isOver = false;
    const hasty: CallTools = { ...patient, cancelled: () => isOver };
    const answers = [ask(0, hasty), ask(1), ask(2, hasty)];
    const outcomes = Promise.allSettled([answers[0], answers[2]]);
    await settled();
    isOver = true;
    look();
    await settled();
    expect(working[0]?.tools.cancelled()).toBe(true);
    for (let looks = 0; looks < 20; looks++) look();
    expect((await outcomes).map((one) => one.status === "rejected" && String(one.reason))).toEqual([
      "Cancelled: cancelled",
      "Cancelled: cancelled",
    ]);
    // Another one takes the place of the thread that hung.
    const next = ask(3);
    await settled();
    expect(helpers).toHaveLength(3);
    for (const { finish } of working.slice(1)) finish();
    expect(await answers[1]).toEqual(SCORES);
    expect(await next).toEqual(SCORES);
  });

  it("leaves a core to what is done outside", async () => {
    const { pool, ask, working } = poolOf(2);
    let finish = () => {};
    const outside = pool.beside(() => new Promise<void>((resolve) => (finish = resolve)));
    const answers = [ask(0), ask(1)];
    await settled();
    expect(working).toHaveLength(1);
    finish();
    await outside;
    await settled();
    expect(working).toHaveLength(2);
    for (const one of working) one.finish();
    await Promise.all(answers);
  });

  it("passes on that there is enough learned", async () => {
    const { ask, working, look } = poolOf(2);
    let isEnough = false;
    const answer = ask(0, { ...patient, endsEarly: () => isEnough });
    await settled();
    isEnough = true;
    look();
    await settled();
    expect(working[0]?.tools.endsEarly()).toBe(true);
    working[0]?.finish();
    await answer;
  });

  it("tries once more, alone, what a thread died of, and gives up what a second one dies of", async () => {
    const { ask, working, helpers } = poolOf(2);
    const doomed = ask(0);
    const other = ask(1);
    const outcome = Promise.allSettled([doomed]);
    await settled();
    helpers[0]?.die();
    await settled();
    expect(working).toHaveLength(2);
    working[1]?.finish();
    expect(await other).toEqual(SCORES);
    await settled();
    expect(working.map(({ from }) => from)).toEqual([0, 1, 0]);
    const beside = ask(2);
    await settled();
    expect(working).toHaveLength(3);
    helpers.find(({ heard }) => heard.filter(({ kind }) => kind === "task").length === 2)?.die();
    expect(await outcome).toMatchObject([{ reason: { info: { code: "given-up" } } }]);
    await settled();
    working[3]?.finish();
    expect(await beside).toEqual(SCORES);
  });

  it("says so where no thread can be started", async () => {
    const pool = createPool(() => {
      throw new Error("no worker in a worker");
    });
    pool.resize(3);
    const lent = pool.lend({ values: new Float32Array(0), features: [], origin: new Uint32Array(0) }, {});
    const answer = pool.do("fit", { detector: "any", params: {}, seed: 1, backend: "cpu" }, { learned: lent }, patient);
    await expect(answer).rejects.toBeInstanceOf(NoHelpers);
    expect(pool.size).toBe(1);
  });

  it("sends copies to no more threads than there is room for", async () => {
    const { pool, working, helpers } = poolOf(4);
    const values = new Float32Array(0);
    const large = { ...pool.lend({ values, features: [], origin: new Uint32Array(0) }, {}), bytes: 250e6 };
    const model = pool.lend({}, {});
    const ask = (from: number) =>
      pool.do("score", { detector: "any", from, to: 0 }, { samples: large, model }, patient);
    const answers = [ask(0), ask(1)];
    await settled();
    expect(helpers).toHaveLength(1);
    working[0]?.finish();
    await settled();
    working[1]?.finish();
    await Promise.all(answers);
    expect(helpers).toHaveLength(1);
  });

  it("has parts of a task done by others and by its own thread, all of them before it goes on", async () => {
    const { ask, parts, working, finishFit, fit } = partsOf(2);
    const answer = fit(5);
    await settled();
    expect(parts.map(({ input }) => input)).toEqual([0, 1]);
    parts[1]?.finish();
    await settled();
    expect(parts.map(({ input }) => input)).toEqual([0, 1, 2]);
    // Others wait until a thread is free altogether.
    const beside = ask(0);
    for (let at = 0; at < 5; at++) {
      parts[at]?.finish();
      await settled();
      await settled();
    }
    expect(finishFit.got).toEqual([0, 10, 20, 30, 40]);
    expect(finishFit.told.at(-1)).toBe(1);
    working[0]?.finish();
    expect(await beside).toEqual(SCORES);
    expect(await answer).toMatchObject({ model: "done" });
  });

  it("drops the parts of a task that is cancelled, or whose thread died", async () => {
    const { parts, fit, helpers, look } = partsOf(2);
    let isOver = false;
    const cancelled = Promise.allSettled([fit(5, { ...patient, cancelled: () => isOver })]);
    await settled();
    isOver = true;
    look();
    await settled();
    for (const { finish } of parts) finish();
    expect(await cancelled).toMatchObject([{ reason: { info: { code: "cancelled" } } }]);

    const again = fit(3);
    await settled();
    const before = parts.length;
    helpers
      .find(
        ({ heard }) => heard.at(-1)?.kind === "task" && heard.some((one) => one.kind === "task" && one.task === "fit"),
      )
      ?.die();
    await settled();
    look();
    for (let at = 0; at < 12; at++) {
      for (const { finish } of parts) finish();
      await settled();
    }
    expect(parts.length).toBeGreaterThan(before);
    expect(await again).toMatchObject({ model: "done" });
  });
});
