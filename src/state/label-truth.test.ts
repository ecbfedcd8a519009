import { expect, it } from "vitest";
import { createInlineEngine } from "../engine/inline";
import type { RunResult } from "../engine/protocol";
import { hurriedClock } from "../testing/hand-clock";
import { openSession, tick, twoColumns } from "../testing/open-session";
import { until } from "../testing/until";
import { choicesFor, projectIn, projectOf } from "./projects";
import { encodeProject } from "../core/project/project";
import { createSession } from "./session";
import { sourceOf } from "./source";

/** 120 rows: 80 normal, 30 of a common attack and 10 of a rare one, which lie far out. */
const csv = [
  "a,b,class",
  ...Array.from({ length: 120 }, (_, row) => {
    const kind = row % 12 === 0 ? "rare attack" : row % 4 === 1 ? "flood" : "normal";
    const at = kind === "normal" ? 0 : kind === "flood" ? 30 : 90;
    return `${at + Math.sin(row)},${at + Math.cos(3 * row)},${kind}`;
  }),
].join("\n");

async function opened() {
  const session = createSession({ engine: createInlineEngine(), clock: hurriedClock });
  const state = () => session.store.getState();
  await session.actions.open(sourceOf("connections.csv", new Blob([csv])));
  const settled = async (id: string) => {
    await until(() => expect(state().runs[id]).toMatchObject({ status: "done", stale: false }));
    return state().runs[id]?.result ?? expect.fail("no result");
  };
  const evaluated = ({ key }: RunResult, strange?: readonly string[]) =>
    session.ask("evaluate", { run: key, threshold: 0, ...(strange && { strange }) });
  return { session, state, settled, evaluated };
}

it("evaluates by the values that a person calls strange, and fits nothing again", async () => {
  const { session, settled, evaluated } = await opened();
  const before = await settled("isolation-forest");
  expect(await evaluated(before)).toMatchObject({ positive: ["rare attack", "flood"], positives: 40, rows: 120 });
  session.actions.setStrange(2, ["flood"]);
  const after = await settled("isolation-forest");
  expect(after).toBe(before);
  expect(await evaluated(after, ["flood"])).toMatchObject({ positive: ["flood"], positives: 30 });
  session.dispose();
});

it("runs again what learns from rows labelled normal, and nothing else", async () => {
  const { runs, finish, session, clock } = await openSession();
  for (const at of [0, 1, 2]) await finish(at);
  session.actions.setColumns([1], { role: "label" });
  clock.pass(350);
  for (const at of [3, 4, 5]) await finish(at);
  session.actions.setStrange(1, ["2"]);
  clock.pass(350);
  expect(runs).toHaveLength(6);
  session.actions.pick("autoencoder");
  session.actions.setParams("autoencoder", { learnFrom: "labelled-normal" });
  clock.pass(350);
  await tick();
  expect(runs.at(-1)?.question).toMatchObject({ detector: "autoencoder", strange: ["2"] });
  const asked = runs.length;
  session.actions.setStrange(1, ["3"]);
  clock.pass(350);
  await tick();
  expect(runs).toHaveLength(asked + 1);
  expect(runs.at(-1)?.question).toMatchObject({ detector: "autoencoder", strange: ["3"] });
});

it("keeps by the name of the column what is strange, in an undoable step", async () => {
  const { session, state } = await openSession();
  session.actions.setColumns([1], { role: "label" });
  session.actions.setStrange(1, ["2"]);
  const document: unknown = JSON.parse(encodeProject(projectOf(state().history.present)));
  const { project, dropped } = projectIn(document) ?? expect.fail("no document");
  expect(dropped).toEqual([]);
  const card = twoColumns();
  const turned = { ...card, columns: card.columns.toReversed() };
  const over = { dataset: turned, plan: null, isReread: false, kindsOnly: false, isUsual: false };
  expect(choicesFor(project, over).choices.truth).toEqual({ column: 0, strange: ["2"] });
  session.actions.undo();
  expect(state().history.present.truth).toBeNull();
});

it("does not take what was said of one label for another", async () => {
  const { runs, session, clock } = await openSession();
  session.actions.setStrange(1, ["2"]);
  session.actions.setColumns([0], { role: "label" });
  session.actions.pick("autoencoder");
  session.actions.setParams("autoencoder", { learnFrom: "labelled-normal" });
  session.actions.show("autoencoder");
  clock.pass(350);
  await tick();
  expect(runs.at(-1)?.question).toMatchObject({ detector: "autoencoder", params: { learnFrom: "labelled-normal" } });
  for (const run of runs) expect(run.question.strange).toBeUndefined();
});
