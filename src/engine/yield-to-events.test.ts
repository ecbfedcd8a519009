import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Cancelled } from "../core/detect/context";
import { yieldToEvents, createCheckpoint } from "./yield-to-events";
import type { Progress } from "./protocol";

// The clock is moved by hand: what is asked of it does not depend on how busy the machine is.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  vi.advanceTimersByTime(1000);
});
afterEach(() => vi.useRealTimers());

/** A way around the event loop is set for a whole thread: this one has its own. */
async function freshModule() {
  vi.resetModules();
  return import("./yield-to-events");
}

it("lets other work run", async () => {
  const order: string[] = [];
  setTimeout(() => order.push("other"), 0);
  while (order.length === 0) await yieldToEvents();
  expect(order).toEqual(["other"]);
});

it("wakes every caller that waits for the same yield", async () => {
  await Promise.all([yieldToEvents(), yieldToEvents(), yieldToEvents()]);
});

it("goes around the event loop as it is told to, once for all who wait", async () => {
  const { yieldBy, yieldToEvents: yieldOtherwise } = await freshModule();
  const hops: (() => void)[] = [];
  yieldBy((arrived) => hops.push(arrived));
  const waiting = [yieldOtherwise(), yieldOtherwise()];
  expect(hops).toHaveLength(1);
  hops[0]?.();
  await Promise.all(waiting);
  const next = yieldOtherwise();
  expect(hops).toHaveLength(2);
  hops[1]?.();
  await next;
});

it("rejects once the caller gave up", async () => {
  let cancelled = false;
  const checkpoint = createCheckpoint(
    { progress: () => undefined, cancelled: () => cancelled, endsEarly: () => false },
    () => "fit",
  );
  await checkpoint(0.1);
  cancelled = true;
  await expect(checkpoint(0.2)).rejects.toBeInstanceOf(Cancelled);
});

it("keeps what was shown and said between two reports for the next", async () => {
  const reports: Progress[] = [];
  const tools = {
    progress: (progress: Progress) => reports.push(progress),
    cancelled: () => false,
    endsEarly: () => false,
  };
  const checkpoint = createCheckpoint(tools, () => "fit");
  const errors = (at: number) => ({ kind: "errors" as const, at, errors: Float32Array.of(at) });
  await checkpoint(0);
  await checkpoint(0.1, { trainingViews: [errors(1)], notes: [{ code: "gan.varied" }] });
  await checkpoint(0.2, { trainingViews: [errors(2)], notes: [{ code: "gan.varied" }, { code: "gan.collapsed" }] });
  await checkpoint(0.3);
  expect(reports).toEqual([{ phase: "fit", done: 0 }]);
  vi.advanceTimersByTime(100);
  await checkpoint(0.4);
  expect(reports[1]).toMatchObject({
    trainingViews: [{ at: 2, first: { at: 1 } }],
    notes: [{ code: "gan.varied" }, { code: "gan.collapsed" }],
  });
});

it("holds metrics back until the next report, and loses none", async () => {
  const reports: Progress[] = [];
  const tools = {
    progress: (progress: Progress) => reports.push(progress),
    cancelled: () => false,
    endsEarly: () => false,
  };
  const checkpoint = createCheckpoint(tools, () => "fit");
  for (let at = 0; at < 50; at++) {
    await checkpoint(at / 50, { metrics: [{ name: "loss", at, value: 1 }] });
    vi.advanceTimersByTime(4);
  }
  vi.advanceTimersByTime(100);
  await checkpoint(1, { metrics: [] });
  const seen = reports.flatMap(({ metrics }) => metrics ?? []).map(({ at }) => at);
  expect(seen).toEqual(Array.from({ length: 50 }, (_, at) => at));
});
