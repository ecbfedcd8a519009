import { expect, it } from "vitest";
import { createInlineEngine } from "../engine/inline";
import { hurriedClock } from "../testing/hand-clock";
import { onlyRanking } from "../testing/only-ranking";
import { runsDone } from "../testing/real-screen";
import { until } from "../testing/until";
import { createSession } from "./session";
import { sourceOf } from "./source";
import { thresholdOf } from "./threshold";

const strange = (row: number) => row % 12 === 5;
const csv = ["a,b,verdict"]
  .concat(
    Array.from(
      { length: 96 },
      (_, row) => `${(row * 7) % 10},${((row * 3) % 8) + (strange(row) ? 30 : 0)},${strange(row) ? "fraud" : "ok"}`,
    ),
  )
  .join("\n");

it("keeps a threshold by what it brings as the rule, and finds it again in another result and by another truth", async () => {
  const session = createSession({ engine: createInlineEngine(), clock: hurriedClock });
  await session.actions.open(sourceOf("payments.csv", new Blob([csv])));
  await runsDone(session);
  await onlyRanking(session);
  session.actions.setColumns([2], { role: "label" });
  await runsDone(session);
  const state = () => session.store.getState();
  const id = state().history.present.picked[0]!;
  const rule = () => state().history.present.thresholds[id];
  const resultOf = () => state().runs[id]!.result!;
  session.actions.setThreshold(id, { kind: "by", by: { kind: "best", figure: "mcc", beta: 1 }, value: 0, of: "" });
  const steps = state().history.past.length;
  const foundIn = () => expect(rule()).toMatchObject({ of: expect.stringContaining(resultOf().key) as unknown });
  await until(foundIn);
  expect(thresholdOf(resultOf(), rule()!).count).toBe(8);
  expect(state().history.past).toHaveLength(steps);
  const before = resultOf().key;
  session.actions.setColumns([0], { role: "ignore" });
  await runsDone(session);
  expect(resultOf().key).not.toBe(before);
  await until(foundIn);
  expect(thresholdOf(resultOf(), rule()!).count).toBe(8);
});
