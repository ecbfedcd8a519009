import { describe, expect, it } from "vitest";
import { numbersCsv, openTable, requestFor } from "../testing/open-table";
import { createInlineEngine } from "./inline";
import type { Progress } from "./protocol";

const quiet = () => undefined;

describe("work that is stopped", () => {
  it("rejects as cancelled and leaves the engine able to work", async () => {
    const engine = createInlineEngine();
    const card = await openTable(engine, numbersCsv({ rows: 4000 }));
    const job = engine.start("run", requestFor(card, "isolation-forest", { trees: 1000 }), () => job.cancel());
    await expect(job.result).rejects.toMatchObject({ info: { code: "cancelled" } });
    const waiting = engine.start("run", requestFor(card, "k-means"), quiet);
    waiting.cancel();
    await expect(waiting.result).rejects.toMatchObject({ info: { code: "cancelled" } });
    const result = await engine.start("run", requestFor(card, "robust-z"), quiet).result;
    expect(result.order).toHaveLength(4000);
  });

  it("ends a training when asked, with the best so far", async () => {
    const engine = createInlineEngine();
    // Wide enough, and often enough, that it is not through before it can be asked.
    const card = await openTable(engine, numbersCsv({ rows: 300, columns: 60 }));
    const seen: Progress[] = [];
    const job = engine.start("run", requestFor(card, "autoencoder", { steps: 5000, members: 5 }), (progress) => {
      seen.push(progress);
      if (progress.metrics) job.endEarly();
    });
    const result = await job.result;
    expect(result.endedEarly).toBe(true);
    expect(result.order).toHaveLength(300);
    expect(result.metrics.at(-1)?.at).toBeLessThan(5000);
    expect(result.trainingViews).toContainEqual(expect.objectContaining({ kind: "stopped", why: "ended-early" }));
    expect(seen.flatMap(({ trainingViews }) => trainingViews ?? []).map(({ kind }) => kind)).toContain("architecture");
  });

  it("lets a detector that does not learn go on", async () => {
    const engine = createInlineEngine();
    const job = engine.start("run", requestFor(await openTable(engine, numbersCsv()), "robust-z"), quiet);
    job.endEarly();
    expect(await job.result).toMatchObject({ endedEarly: false });
  });
});
