import { Failure } from "../../src/core/data/failure";
import type { RowExplanation } from "../../src/core/explain/explanation";
import type { Engine, RunResult } from "../../src/engine/protocol";

/** SHA-256 in hex of what comes of a run: equal for equal runs, to the last bit. */
export interface Fingerprints {
  readonly scores: string;
  /** Of the contributions to some rows, without their words. */
  readonly reasons: string;
  /** Of the ordinary rows that resemble these rows most. */
  readonly nearest: string;
  /** Of where the rows lie on the map. */
  readonly map: string;
}

/** Rows whose reasons are looked at, from both ends of the order. */
const STRANGEST = 16;
const MOST_ORDINARY = 4;
const NEAREST = 4;
const POINTS = 2000;

/** Asks for all of it while the engine still has the run. */
export async function fingerprintsOf(engine: Engine, { key, scores, order, sorted }: RunResult): Promise<Fingerprints> {
  const strangest = order.subarray(0, STRANGEST);
  const explained = Uint32Array.from([...strangest, ...order.subarray(-MOST_ORDINARY)]);
  const threshold = sorted[STRANGEST - 1] ?? NaN;
  return {
    scores: await digestOf(new Uint8Array(scores.buffer)),
    reasons: await digestOfAnswer(async () =>
      (await engine.ask("explain", { run: key, rows: explained })).map(plainly),
    ),
    nearest: await digestOfAnswer(async () => {
      const found: unknown[] = [];
      for (const row of strangest.subarray(0, NEAREST))
        found.push((await engine.ask("nearest", { run: key, row, threshold }))?.row ?? null);
      return found;
    }),
    map: await digestOfAnswer(async () => {
      const { rows, x, y, of } = await engine.ask("project", { run: key, axes: { kind: "components" }, limit: POINTS });
      return [[...rows], [...x], [...y], of];
    }),
  };
}

/** Without notes, whose codes and words may change while the reasons stay. */
function plainly({ row, contributions }: RowExplanation): unknown {
  return [
    row,
    contributions.map(({ column, share, value, expected, direction }) => [column, share, value, expected, direction]),
  ];
}

/** What the engine refuses has a fingerprint, too: its reason. JSON writes every number so that it can be read back. */
async function digestOfAnswer(ask: () => Promise<unknown>): Promise<string> {
  try {
    return await digestOf(new TextEncoder().encode(JSON.stringify(await ask())));
  } catch (error) {
    if (error instanceof Failure) return `refused: ${error.info.code}`;
    throw error;
  }
}

/** SHA-256 in hex. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
