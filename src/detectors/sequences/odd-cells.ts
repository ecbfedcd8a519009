import { levelTail } from "../columns/level-tail";
import { ownTail } from "../columns/own-tail";
import { rarePairs } from "../columns/rare-pairs";
import { findingsOf, type FindingsModel } from "../findings/findings-of";
import { defineSequenceTest } from "./sequence-test";

const checks = findingsOf({ members: [levelTail, rarePairs, ownTail] });

interface OddCellsModel {
  readonly checks: FindingsModel | null;
}

/** What else the row of an event says: numbers and categories against others, and against those of the same event. */
export const oddCells = defineSequenceTest<OddCellsModel>({
  id: "odd-cells",
  label: "Events with odd details",
  summary: "Finds events whose other columns hold something unusual for that event: who did it, what it cost.",
  blindTo: "How the event fits with the others of its sequence.",
  reference: "The checks for columns of tables of the same names; the event is one of the columns.",
  fit: async ({ cells }, context) => ({ checks: cells ? await checks.fit(cells, {}, context) : null }),
  async test(model, { cells }, context) {
    if (!cells || !model.checks) return { kind: "silent", why: { code: "event-finding.no-cells" } };
    const outcome = await checks.test(model.checks, cells, context);
    return outcome.kind === "silent" ? outcome : { kind: "tested", evidence: outcome.evidence };
  },
  async reasons(model, { cells }, which, context) {
    return model.checks && cells ? checks.reasons(model.checks, cells, which, context) : [];
  },
});
