import { expect, it } from "vitest";
import { ruleInTable } from "../core/rules/flag-rule";
import { createInlineEngine } from "../engine/inline";
import { hurriedClock } from "../testing/hand-clock";
import { onlyRanking } from "../testing/only-ranking";
import { runsDone } from "../testing/real-screen";
import { until } from "../testing/until";
import { createSession } from "./session";
import { sourceOf } from "./source";
import { shownResultOf, shownThresholdOf, flaggedRowsOf } from "./threshold";

/** Row 8 stands apart in both columns; every value of the first one is of one row alone. */
const csv = ["a,b"]
  .concat(Array.from({ length: 60 }, (_, row) => (row === 7 ? "900,80" : `${100 + row},${(row * 7) % 11}`)))
  .join("\n");
const STRANGE = 7;
const ORDINARY = 30;

it("flags what a rule says, never what another says, and is gone with the last rule", async () => {
  const session = createSession({ engine: createInlineEngine(), clock: hurriedClock });
  await session.actions.open(sourceOf("payments.csv", new Blob([csv])));
  await runsDone(session);
  await onlyRanking(session);
  await runsDone(session);
  const { actions } = session;
  const state = () => session.store.getState();
  const flagged = () => {
    const [result, threshold] = [shownResultOf(state()), shownThresholdOf(state())];
    return result && threshold ? [...flaggedRowsOf(result, threshold)] : [];
  };
  const only = (value: number) => actions.notice({ filters: [{ column: 0, kind: "range", min: value, max: value }] });
  actions.show("consensus");
  expect(flagged()).toContain(STRANGE);
  expect(flagged()).not.toContain(ORDINARY);
  only(100 + ORDINARY);
  actions.addRule("flag");
  await until(() => expect(state().runs["ruled"]?.status).toBe("done"));
  expect(state().history.present.shown).toBe("ruled");
  expect(flagged().slice(0, 2)).toEqual([ORDINARY, STRANGE]);
  only(900);
  actions.addRule("ignore");
  await until(() => expect(flagged()).not.toContain(STRANGE));
  expect(flagged()).toContain(ORDINARY);
  const { rules } = state().history.present;
  const inTable = rules.map((rule) => ruleInTable(rule, state().dataset!.columns)!);
  const found = await session.ask("rulesOn", { dataset: state().dataset!.id, rules: inTable, row: STRANGE });
  expect(found).toEqual({ counts: [1, 1], meant: [0] });
  actions.removeRule(0);
  actions.removeRule(0);
  await until(() => expect(state().runs["ruled"]).toBeUndefined());
  expect(state().history.present.shown).not.toBe("ruled");
});
