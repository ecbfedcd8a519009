import { describe, expect, it, vi } from "vitest";
import { createInlineEngine } from "../engine/inline";
import type { Engine } from "../engine/protocol";
import type { KeptFiles } from "../io/keep/kept-files";
import { memoryFiles } from "../io/keep/memory-files";
import { handClock } from "../testing/hand-clock";
import { runsDone } from "../testing/real-screen";
import { paymentsCsv } from "../testing/small-payments";
import { until } from "../testing/until";
import { type GuardedStorage, pageStorage } from "./guarded-storage";
import type { NotedChoices } from "./choices-journal";
import type { PageKeeping } from "./page-keeping";
import { createSession, type Session } from "./session";

const REST_MS = 300;
const payments = (content = paymentsCsv()) => ({
  name: "payments.csv",
  files: [{ path: "payments.csv", blob: new File([content], "payments.csv", { lastModified: 5 }) }],
});

/** Pages of one browser: a piece of work belongs to the first that claims it. */
function pages(): PageKeeping {
  const taken = new Set<string>();
  const noted = new Map<string, NotedChoices>();
  return {
    async claim(id) {
      if (taken.has(id)) return null;
      taken.add(id);
      return () => void taken.delete(id);
    },
    persist: () => undefined,
    journal: {
      note: (id, choices) => void noted.set(id, choices),
      noted: async (id) => noted.get(id) ?? null,
      forget: (id) => (id === null ? noted.clear() : void noted.delete(id)),
    },
  };
}

function visit(
  files: KeptFiles,
  { storage = pageStorage(), page = pages(), engine = createInlineEngine(files) }: Visit = {},
) {
  const clock = handClock();
  const session = createSession({ engine, storage, clock, page });
  const asked: string[] = [];
  const { start } = engine;
  engine.start = ((call: string, ...rest: never[]) => {
    asked.push(call);
    return (start as (call: string, ...rest: never[]) => unknown)(call, ...rest);
  }) as Engine["start"]; // The same one, that is heard.
  const { keepFiles, open, continueWith, lookForKept } = session.actions;
  return {
    session,
    clock,
    asked,
    storage,
    page,
    keepFiles,
    open,
    continueWith,
    lookForKept,
    state: () => session.store.getState(),
  };
}

interface Visit {
  readonly storage?: GuardedStorage;
  readonly page?: PageKeeping;
  readonly engine?: Engine;
}

/** Until what is on screen is kept as it is. */
async function settled({ session, clock }: { session: Session; clock: ReturnType<typeof handClock> }) {
  clock.pass(REST_MS);
  await runsDone(session);
  clock.pass(REST_MS);
  await until(() => expect(session.store.getState().keeping.own).toBe("kept"));
}

describe("work that is kept", () => {
  it("comes back on the next visit: file, choices and results, and nothing is run again", async () => {
    const files = memoryFiles({ isLasting: true });
    const first = visit(files);
    first.keepFiles(true);
    await first.open(payments());
    await settled(first);
    first.session.actions.setSeed(4);
    first.session.actions.setColumns([1], { role: "ignore" });
    await settled(first);
    first.session.dispose();

    const second = visit(files);
    await second.lookForKept();
    const [work] = second.state().keeping.kept?.works ?? [];
    expect(work).toMatchObject({ name: "payments.csv", columns: first.state().dataset?.columns.length });
    await second.continueWith(work?.id ?? "", "payments.csv");
    await runsDone(second.session);
    expect(second.asked).not.toContain("run");
    expect(second.asked).not.toContain("open");
    expect(second.state().history.present).toEqual(first.state().history.present);
    for (const [id, { result, status }] of Object.entries(first.state().runs))
      expect(second.state().runs[id]).toMatchObject({ status, result: { key: result?.key, scores: result?.scores } });
    expect(second.state().reading).toMatchObject({ stage: "open", source: { name: "payments.csv" } });
  });

  it("is not kept unless a person says so, and no more once they say no", async () => {
    const files = memoryFiles();
    const one = visit(files);
    await one.open(payments());
    await runsDone(one.session);
    one.clock.pass(10 * REST_MS);
    await one.lookForKept();
    expect(one.state().keeping).toMatchObject({ wanted: null, kept: { works: [] } });
    one.keepFiles(true);
    await settled(one);
    one.keepFiles(false);
    one.session.actions.setSeed(9);
    one.clock.pass(10 * REST_MS);
    await runsDone(one.session);
    const again = visit(files, { storage: one.storage });
    await again.lookForKept();
    expect(again.state().keeping.wanted).toBe(false);
    await again.continueWith(again.state().keeping.kept?.works[0]?.id ?? "", "payments.csv");
    expect(again.state().history.present.seed).not.toBe(9);
    await again.session.actions.forgetKept(null);
    expect(await files.list()).toEqual([]);
  });

  it("is kept twice where two tabs work on it: neither overwrites the other", async () => {
    const files = memoryFiles();
    const page = pages();
    const first = visit(files, { page });
    first.keepFiles(true);
    await first.open(payments());
    await settled(first);
    const second = visit(files, { page, storage: first.storage });
    await second.lookForKept();
    await second.continueWith(second.state().keeping.kept?.works[0]?.id ?? "", "payments.csv");
    expect(second.state().announcements.map(({ note }) => note.code)).toContain("keep.other-tab");
    second.session.actions.setSeed(21);
    await settled(second);
    first.session.actions.setSeed(12);
    await settled(first);

    const third = visit(files);
    await third.lookForKept();
    const seeds = [];
    for (const { id } of third.state().keeping.kept?.works ?? []) {
      await third.continueWith(id, "payments.csv");
      seeds.push(third.state().history.present.seed);
    }
    expect(seeds.sort()).toEqual([12, 21]);
  });

  it("keeps the last choice when the file is left at once, and lets another page have the work then", async () => {
    const files = memoryFiles();
    const page = pages();
    const first = visit(files, { page });
    first.keepFiles(true);
    await first.open(payments());
    await settled(first);
    first.session.actions.setSeed(33);
    first.session.actions.leave();
    const id = await until(() => {
      const work = first.state().keeping.kept?.works[0];
      expect(work).toBeDefined();
      return work?.id ?? "";
    });
    const second = visit(files, { page });
    await second.continueWith(id, "payments.csv");
    expect(second.state().announcements).toEqual([]);
    expect(second.state().history.present.seed).toBe(33);
  });

  it("tells once that there is no room, and goes on", async () => {
    const roomy = memoryFiles();
    const before = visit(roomy);
    before.keepFiles(true);
    await before.open(payments());
    await settled(before);
    const { used } = await roomy.room();
    const one = visit(memoryFiles({ limit: (used ?? 0) * 0.8 }));
    one.keepFiles(true);
    await one.open(payments());
    await settled(one);
    one.session.actions.setSeed(2);
    await settled(one);
    expect(one.state().keeping.refused?.code).toBe("storage-full");
    const told = one.state().announcements.filter(({ note }) => note.code === "failures.storage-full.title");
    expect(told).toHaveLength(1);
  });

  it("is kept while detectors learn, which tell without a pause how far they are", async () => {
    const engine = createInlineEngine();
    const one = visit(memoryFiles(), { engine });
    one.keepFiles(true);
    await one.open(payments());
    await settled(one);
    const saves = vi.spyOn(engine, "ask");
    const countOf = () => saves.mock.calls.filter(([call]) => call === "keep").length;
    one.session.actions.setSeed(5);
    for (let tells = 0; tells < 8; tells++) {
      const { runs } = one.state();
      one.session.store.setState({ runs: { ...runs } });
      one.clock.pass(REST_MS / 3);
    }
    await until(() => expect(countOf()).toBeGreaterThanOrEqual(1));
    await settled(one);
    const before = countOf();
    one.session.store.setState({ runs: { ...one.state().runs } });
    one.clock.pass(REST_MS);
    await until(() => expect(one.state().keeping.own).toBe("kept"));
    expect(countOf()).toBe(before);
  });

  it("has what was chosen while the worker was too busy to write it", async () => {
    const files = memoryFiles();
    const page = pages();
    const first = visit(files, { page });
    first.keepFiles(true);
    await first.open(payments());
    await settled(first);
    first.clock.pass(10);
    first.session.actions.setSeed(44);
    first.session.dispose();
    const second = visit(files, { page: { ...page, claim: async () => () => undefined } });
    await second.lookForKept();
    const id = second.state().keeping.kept?.works[0]?.id ?? "";
    await second.continueWith(id, "payments.csv");
    expect(second.state().history.present.seed).toBe(44);
    await second.session.actions.forgetKept(null);
    expect(await page.journal.noted(id)).toBeNull();
  });

  it("says so where the work is gone by now, and the table on screen stays", async () => {
    const one = visit(memoryFiles());
    await one.open(payments());
    await one.continueWith("gone", "old.csv");
    expect(one.state().reading).toMatchObject({
      stage: "failed",
      source: { name: "old.csv" },
      failure: { code: "no-work" },
    });
    expect(one.state().dataset?.name).toBe("payments.csv");
  });
});
