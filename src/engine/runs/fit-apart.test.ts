import { describe, expect, it } from "vitest";
import { inlineHelpers } from "../../testing/inline-helpers";
import { numbersCsv, openTable, requestFor } from "../../testing/open-table";
import { memoryFiles } from "../../io/keep/memory-files";
import { createInlineEngine } from "../inline";
import type { Progress, RunResult } from "../protocol";

const quiet = () => undefined;
const QUICK = {
  "isolation-forest": {},
  "robust-z": {},
  "k-means": {},
  mcd: { starts: 30 },
  lof: {},
  "unsuspicious-neighbours": {},
};
const text = numbersCsv({ rows: 5000, columns: 10, strange: 7 });

async function engineWith(threads: number) {
  const { spawn, helpers } = inlineHelpers();
  const engine = createInlineEngine(memoryFiles(), spawn);
  await engine.ask("useThreads", { threads });
  return { engine, helpers, card: await openTable(engine, text) };
}

/** All of a result that does not depend on how fast the machine is. */
const lasting = (result: RunResult) => ({ ...result, seconds: null });

describe("runs in several threads", () => {
  it("give the same to the last bit, however many there are", async () => {
    const by = async (threads: number) => {
      const { engine, card, helpers } = await engineWith(threads);
      const jobs = Object.entries(QUICK).map(
        ([id, params]) => engine.start("run", requestFor(card, id, params), quiet).result,
      );
      const results = (await Promise.all(jobs)).map(lasting);
      expect(helpers).toHaveLength(threads === 1 ? 0 : threads);
      return results;
    };
    const alone = await by(1);
    expect(alone.slice(1).map(({ order }) => order[0])).toEqual([7, 7, 7, 7, 7]);
    expect(await by(2)).toEqual(alone);
    expect(await by(5)).toEqual(alone);
  });

  it("explain, rerun and keep as if they had been made here", async () => {
    const [one, two] = [await engineWith(1), await engineWith(2)];
    const about = async ({ engine, card }: typeof one) => {
      const { key } = await engine.start("run", requestFor(card, "isolation-forest"), quiet).result;
      await engine.start("rerun", { run: key, seed: 2 }, quiet).result;
      return engine.ask("stability", { run: key, rule: { kind: "suggested" } });
    };
    expect(await about(two)).toEqual(await about(one));
    expect(two.helpers.length).toBeGreaterThan(0);
  });

  it("tell how far they are, and end when they are cancelled", async () => {
    const { engine, card } = await engineWith(2);
    const seen: Progress[] = [];
    const done = engine.start("run", requestFor(card, "isolation-forest"), (one) => seen.push(one));
    await done.result;
    expect(new Set(seen.map(({ phase }) => phase))).toContain("score");
    for (const { done: share } of seen) expect(share === null || (share >= 0 && share <= 1)).toBe(true);
    const job = engine.start("run", requestFor(card, "isolation-forest", { trees: 500 }), () => job.cancel());
    await expect(job.result).rejects.toMatchObject({ info: { code: "cancelled" } });
    expect((await engine.start("run", requestFor(card, "robust-z"), quiet).result).order).toHaveLength(5000);
  });

  it("go on in another thread when one dies", async () => {
    const { engine, card, helpers } = await engineWith(2);
    const alone = await engineWith(1);
    let deaths = 0;
    const job = engine.start("run", requestFor(card, "isolation-forest"), () => {
      if (deaths++ === 0) helpers[0]?.die();
    });
    const expected = await alone.engine.start("run", requestFor(alone.card, "isolation-forest"), quiet).result;
    expect(lasting(await job.result)).toEqual(lasting(expected));
    expect(deaths).toBeGreaterThan(0);
    expect(helpers.length).toBeGreaterThan(1);
  });

  it("leave what reads columns as they are where the table is", async () => {
    const { engine, card, helpers } = await engineWith(2);
    await engine.start("run", requestFor(card, "missing-cells"), quiet).result;
    expect(helpers).toHaveLength(0);
  });
});
