import { expect, it } from "vitest";
import { Cancelled } from "../core/detect/detector";
import { breathe, createCheckpoint } from "./breathe";
import type { Progress } from "./protocol";

it("lets other work run", async () => {
  const order: string[] = [];
  setTimeout(() => order.push("other"), 0);
  for (let i = 0; i < 20; i++) await breathe();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await breathe();
  expect(order).toEqual(["other"]);
});

it("wakes every caller that waits for the same breath", async () => {
  await Promise.all([breathe(), breathe(), breathe()]);
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
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  await checkpoint(1, { metrics: [] });
  const seen = reports.flatMap(({ metrics }) => metrics ?? []).map(({ at }) => at);
  expect(seen).toEqual(Array.from({ length: 50 }, (_, at) => at));
});
