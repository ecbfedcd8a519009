import { seededRandom } from "../core/math/random";
import { wilson } from "../core/evaluate/interval";
import type { UnflaggedSample } from "../core/project/settings";
import { askOver } from "./ask";
import type { MarkedRows } from "./marked-rows";
import type { SessionContext } from "./session-context";
import { shownResultOf, shownThresholdOf } from "./threshold";

/** Draws some of the rows that are not flagged now, at random, keeps which they are, and begins to look at them. */
export async function drawSample(context: SessionContext, count: number): Promise<void> {
  const state = context.store.getState();
  const { dataset } = state;
  const result = shownResultOf(state);
  const threshold = shownThresholdOf(state);
  if (!dataset || !result || !threshold) return;
  const unflagged = result.order.slice(threshold.count);
  const random = seededRandom(context.clock.now());
  for (let at = 0; at < Math.min(count, unflagged.length); at++) {
    const other = at + Math.floor(random() * (unflagged.length - at));
    [unflagged[at], unflagged[other]] = [unflagged[other] ?? 0, unflagged[at] ?? 0];
  }
  const rows = unflagged.slice(0, count);
  if (rows.length === 0) return;
  const keys = await askOver(context.engine, context.store)("rowKeys", { dataset: dataset.id, rows });
  if (context.store.getState().dataset !== dataset) return;
  context.choose({ sample: { rows: keys, unflagged: unflagged.length } });
  lookAt(context, rows);
}

/** Goes on with those of the sample that nobody has looked at yet. */
export async function goOnWithSample(context: SessionContext): Promise<void> {
  const { dataset, marked } = context.store.getState();
  const { sample } = context.choices();
  if (!dataset || !sample) return;
  const rows = await askOver(context.engine, context.store)("rowsOfKeys", { dataset: dataset.id, keys: sample.rows });
  if (context.store.getState().dataset !== dataset) return;
  const there = Uint32Array.from(rows.filter((row) => row >= 0));
  const left = there.filter((row) => !marked.byRow.has(row));
  lookAt(context, there, left[0]);
}

/** Shows these rows alone, and goes through them one after the other. */
function lookAt(context: Pick<SessionContext, "notice">, rows: Uint32Array, first = rows[0]): void {
  context.notice({
    screen: "explore",
    tableRows: "all",
    boxed: rows,
    stops: rows,
    filters: [],
    search: "",
    markFilter: null,
    selectedRow: first ?? null,
    justMarked: null,
    noting: null,
  });
}

/** What a sample tells so far. */
export interface SampleSays {
  readonly looked: number;
  readonly strange: number;
  /** Strange rows among all that were not flagged, and between which numbers they lie (95 %). */
  readonly missed: number;
  readonly low: number;
  readonly high: number;
}

/** How many strange rows there are among those that were not flagged, by those of the sample that were looked at. */
export function saidBySample(sample: UnflaggedSample, { byRow }: MarkedRows): SampleSays {
  const drawn = new Set(sample.rows);
  const verdicts = [...byRow.values()].filter(({ row, verdict }) => drawn.has(row) && verdict !== "unsure");
  const strange = verdicts.filter(({ verdict }) => verdict === "anomaly").length;
  const { value, low, high } = wilson(strange / verdicts.length, verdicts.length);
  const { unflagged } = sample;
  return {
    looked: verdicts.length,
    strange,
    missed: value * unflagged,
    // At least those that were found are there.
    low: Math.max(strange, low * unflagged),
    high: high * unflagged,
  };
}
