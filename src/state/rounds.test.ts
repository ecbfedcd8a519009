import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { consensusKeyOf, runKeyOf } from "../core/detect/run-key";
import { createInlineEngine } from "../engine/inline";
import type { RunRequest } from "../engine/protocol";
import { yieldBy } from "../engine/yield-to-events";
import { randomRuns } from "../testing/random-runs";
import { anyRound, type Round, roundFiles, sessionToShake } from "../testing/session-rounds";
import { detectorCardOf, fetchCatalogue } from "./catalogue";
import { canCombine, instanceOf, membersOf, weightOf } from "./choices";
import type { SessionState } from "./session-state";

/** Each a test of its own, so that none takes too long: 5,000 rounds and more where fifty times as many are asked for. */
const SEQUENCES = Array.from({ length: 10 }, (_, at) => at + 1);
const ROUNDS = { minLength: 10, maxLength: 16 };
const TURNS_TO_REST = 5000;
/** Milliseconds that a look at the clock takes, so that a run yields after a few of them. */
const LOOK_MS = 4;

const turn = () => new Promise((resolve) => setImmediate(resolve));
const reference = createInlineEngine();

beforeAll(fetchCatalogue);
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (now += LOOK_MS));
  yieldBy((arrived) => setImmediate(arrived));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What the choices want of a detector, put together without the scheduler. */
function wantedKey({ dataset, history: { present } }: SessionState, id: string): string {
  const { recipe, seed } = present;
  const instance = instanceOf(present, id);
  if (!dataset || !recipe || !instance) return expect.fail("nothing is wanted");
  const { detector, params } = instance;
  const version = detectorCardOf(detector)?.version ?? 0;
  return runKeyOf({ dataset: dataset.id, recipe, detector, params, seed, backend: "none", version });
}

/** At any moment: what is shown as current belongs to the table and the choices on screen. */
function expectNothingStale({ state: read, isAsChosen }: ReturnType<typeof sessionToShake>): void {
  const state = read();
  const { dataset, runs, history } = state;
  for (const [id, run] of Object.entries(runs)) {
    if (!run.result) continue;
    expect(run.result.scores.length, `${id}: the scores of another table`).toBe(dataset?.rowCount);
    if (run.status !== "done" || run.stale) continue;
    expect(run.result.key, `${id}: another result than the one that is wanted`).toBe(run.wanted);
    if (id !== "consensus") expect(run.result.request.dataset, id).toBe(dataset?.id);
    if (id !== "consensus" && isAsChosen() && history.present.picked.includes(id))
      expect(run.wanted, `${id}: wanted by earlier choices`).toBe(wantedKey(state, id));
  }
}

/** Once nothing is under way: everything that is wanted is there, and the table on screen is that of its file. */
async function expectAllThere({ session, state }: ReturnType<typeof sessionToShake>): Promise<void> {
  const { reading, dataset, runs, history, isRestarting } = state();
  expect(isRestarting).toBe(false);
  expect(["none", "open", "failed"]).toContain(reading.stage);
  if (reading.stage === "none") return expect(dataset).toBeNull();
  if (reading.stage !== "open" || !dataset) return;
  const choices = history.present;
  const { plan, recipe } = choices;
  if (!plan || !recipe) return expect.fail("a table without a plan");
  const again = await reference.start("open", { source: reading.source, plan }, () => undefined).result;
  expect(dataset.id, "the table of another file or plan").toBe(again.id);
  const rows = Uint32Array.of(0, 1);
  const page = await session.ask("page", { dataset: dataset.id, rows });
  expect(page).toEqual(await reference.ask("page", { dataset: dataset.id, rows }));
  for (const id of choices.picked) {
    const run = runs[id];
    if (run?.status !== "done" || !run.result) {
      expect(["failed", "cancelled"], id).toContain(run?.status);
      continue;
    }
    expect(run.stale, id).toBe(false);
    expect(run.result.scores, id).toEqual(await scoresOf(run.result.request));
  }
  const done = membersOf(choices).flatMap((id) => (runs[id]?.status === "done" ? [{ id, run: runs[id] }] : []));
  const { consensus } = runs;
  if (!canCombine(choices.picked) || consensus?.status === "cancelled") return;
  if (done.length < 2) return expect(consensus?.status).toBe("failed");
  const keys = done.map(({ run }) => run.result?.key ?? "");
  const weights = done.map(({ id }) => weightOf(choices, id));
  if (consensus?.status === "done")
    expect(consensus.result?.key).toBe(consensusKeyOf(keys, weights, choices.consensus.rule));
  else expect(consensus?.status).toBe("failed");
}

const known = new Map<string, Promise<Float64Array>>();

/** The scores of a run by an engine to which nothing ever happened. */
function scoresOf(request: RunRequest): Promise<Float64Array> {
  const key = JSON.stringify(request);
  const there = known.get(key) ?? reference.start("run", request, () => undefined).result.then(({ scores }) => scores);
  known.set(key, there);
  return there;
}

function isAtRest({ reading, dataset, isRestarting, runs, reruns }: SessionState): boolean {
  const busy = ["waiting", "running"];
  // What runs before a table is there, nobody sees.
  if (reading.stage === "failed") return true;
  if (!dataset) return !isRestarting && !["looking", "reading"].includes(reading.stage);
  return (
    !isRestarting &&
    !["looking", "reading"].includes(reading.stage) &&
    ![...Object.values(runs), ...Object.values(reruns)].some(({ status }) => busy.includes(status))
  );
}

async function comeToRest(shaken: ReturnType<typeof sessionToShake>): Promise<void> {
  const { clock, state } = shaken;
  let calm = 0;
  for (let turns = 0; calm < 12; turns++) {
    expect(turns, `does not come to rest: ${JSON.stringify(outlineOf(state()))}`).toBeLessThan(TURNS_TO_REST);
    vi.advanceTimersByTime(20);
    clock.pass(20);
    await turn();
    expectNothingStale(shaken);
    calm = isAtRest(state()) ? calm + 1 : 0;
  }
}

function outlineOf({ reading, dataset, runs, isRestarting }: SessionState) {
  const statuses = Object.entries(runs).map(([id, { status, stale }]) => `${id} ${status}${stale ? " stale" : ""}`);
  return { stage: reading.stage, dataset: dataset?.id, isRestarting, statuses };
}

/** The file that was opened last is on screen, or it was called off, or it is told why it is not. */
function expectLastFile({ reading, announcements }: SessionState, rounds: readonly Round[]): void {
  const last = rounds.findLastIndex(({ deed }) => deed.do === "open");
  const since = rounds.slice(last + 1).map(({ deed }) => deed.do);
  if (reading.stage !== "open" || since.includes("cancel-reading")) return;
  const opened = last < 0 ? 0 : (rounds[last]?.deed as { file: number }).file; // It is the deed that opens.
  const told = announcements.map(({ note: { code } }) => code).filter((code) => /^drop\.(unread|gave-way)$/.test(code));
  if (told.length === 0) expect(reading.source).toBe(roundFiles[opened]);
}

describe("whatever is done, in whatever order, and whenever the worker dies", () => {
  it.each(SEQUENCES)("nothing stale is shown as current, and no table is lost: %i", async (seed) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRound, ROUNDS), async (rounds) => {
        const shaken = sessionToShake();
        const { perform, clock, state, session } = shaken;
        try {
          void session.actions.open(roundFiles[0]);
          for (const round of rounds) {
            const had = state().dataset;
            perform(round);
            expectNothingStale(shaken);
            if (had && round.deed.do !== "leave") expect(state().dataset, "a lost table").not.toBeNull();
            for (let turns = 0; turns < round.turns; turns++) {
              await turn();
              expectNothingStale(shaken);
            }
            vi.advanceTimersByTime(round.ms);
            clock.pass(round.ms);
          }
          await comeToRest(shaken);
          // What failed is told, and tried again when a person says so.
          if (state().reading.stage === "failed") void session.actions.retryReading();
          await comeToRest(shaken);
          expectLastFile(state(), rounds);
          await expectAllThere(shaken);
        } finally {
          session.dispose();
        }
      }),
      randomRuns(1, seed),
    );
  });
});
