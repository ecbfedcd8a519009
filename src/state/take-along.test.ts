import { describe, expect, it } from "vitest";
import { createInlineEngine } from "../engine/inline";
import { memoryFiles } from "../io/keep/memory-files";
import { hurriedClock } from "../testing/hand-clock";
import { rowLines } from "../testing/lines-of-kinds";
import { numbersCsv } from "../testing/open-table";
import { runsDone } from "../testing/real-screen";
import { until } from "../testing/until";
import { linkOf, settingsIn, settingsOf } from "./recipe-link";
import { initialProject, projectOf } from "./projects";
import { createSession, type Session } from "./session";
import { sourceOf } from "./source";

const quiet = () => undefined;
const csv = (from = 0, to = 60) => new Blob([`a,b,c\n${rowLines(60).slice(from, to).join("\n")}\n`]);
const page = (files = memoryFiles()) => createSession({ engine: createInlineEngine(files), clock: hurriedClock });
const choicesOf = (session: Session) => session.store.getState().history.present;
const codes = (session: Session) => session.store.getState().announcements.map(({ note }) => note.code);

/** What a person chose, but for how the table was read. */
function chosenIn(session: Session) {
  const { detectors, picked, shown, seed, thresholds, consensus, recipe, marks } = choicesOf(session);
  return { detectors, picked, shown, seed, thresholds, consensus, recipe, marks };
}

/** A page with the table open, and some things chosen for it. */
async function worked() {
  const session = page();
  await session.actions.open(sourceOf("may.csv", csv()));
  session.actions.setSeed(77);
  session.actions.setColumns([2], { role: "ignore" });
  session.actions.setThreshold(choicesOf(session).shown, { kind: "top-k", k: 4 });
  session.actions.select(3);
  session.actions.judge("anomaly");
  await until(() => expect(choicesOf(session).marks).toHaveLength(1));
  await runsDone(session);
  return session;
}

describe("settings as a link", () => {
  it("lead to the same settings, without a word of single rows", async () => {
    const session = await worked();
    const link = await session.actions.settingsLink();
    const there = page();
    await there.actions.offerLink(settingsIn(link ?? "") ?? "");
    expect(there.store.getState().offer).toMatchObject({ from: "link", isTaken: false, dropped: [] });
    there.actions.takeOffer();
    await there.actions.open(sourceOf("june.csv", csv(10, 60)));
    expect(choicesOf(there)).toMatchObject({ ...chosenIn(session), marks: [] });
    expect(there.store.getState().offer).toBeNull();
    expect(link?.length).toBeLessThan(1500);
  });

  it("change nothing until they are wanted, and then the open table in one step that can be undone", async () => {
    const link = settingsIn((await (await worked()).actions.settingsLink()) ?? "") ?? "";
    const there = page();
    await there.actions.open(sourceOf("june.csv", csv(10, 60)));
    await runsDone(there);
    const before = choicesOf(there);
    await there.actions.offerLink(link);
    expect(choicesOf(there)).toBe(before);
    there.actions.declineOffer();
    expect(there.store.getState().offer).toBeNull();
    await there.actions.offerLink(link);
    there.actions.takeOffer();
    expect(choicesOf(there)).toMatchObject({ seed: 77, plan: before.plan });
    there.actions.undo();
    expect(choicesOf(there)).toBe(before);
  });

  it("are refused in words where they are too long, damaged, or grow without end", async () => {
    const session = page();
    const zeros = new Blob([new Uint8Array(3_000_000).fill(32)]).stream();
    const bomb = new Uint8Array(
      await new Response(zeros.pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer(),
    );
    const letters = btoa(Array.from(bomb, (byte) => String.fromCharCode(byte)).join(""));
    await session.actions.offerLink("A".repeat(100_000));
    for (const link of ["", "A", "!!!", "AAAA", letters]) await session.actions.offerLink(link);
    expect(codes(session)).toEqual([
      "offer.damaged",
      "offer.damaged",
      "offer.damaged",
      "offer.damaged",
      "offer.damaged",
    ]);
    expect(await settingsOf("A".repeat(100_000))).toEqual({ why: "too-long" });
    expect(session.store.getState().offer).toBeNull();
  });

  it("are none where a project has more of them than a link holds", async () => {
    const { recipe } = projectOf(choicesOf(await worked()));
    const columns = Array.from({ length: 20_000 }, (_, at) => ({
      column: { name: `column ${(at * 7919) % 20_011} ${(at * 104_729) % 99_991}`, kind: "number" as const, at },
      recipe: {},
      chosen: [],
    }));
    expect(await linkOf({ ...initialProject(), recipe: { ...recipe!, columns } })).toBeNull();
  });
});

describe("a session that is dropped", () => {
  it("goes on with results, marks and choices, and leaves alone what is kept of the same file", async () => {
    const session = await worked();
    const file = await session.actions.sessionFile(true, quiet)!.result;
    const files = memoryFiles({ isLasting: true });
    const own = page(files);
    own.actions.keepFiles(true);
    await own.actions.open(sourceOf("may.csv", csv()));
    await runsDone(own);
    await until(() => expect(own.store.getState().keeping.own).toBe("kept"));
    own.dispose();

    const there = page(files);
    there.actions.keepFiles(true);
    await there.actions.open(sourceOf("from a friend.zip", file));
    await runsDone(there);
    expect(choicesOf(there)).toMatchObject(chosenIn(session));
    await until(() => expect(there.store.getState().marked.byRow.get(3)?.verdict).toBe("anomaly"));
    for (const [id, { result }] of Object.entries(session.store.getState().runs))
      expect(there.store.getState().runs[id]?.result?.scores).toEqual(result?.scores);
    await until(() => expect(there.store.getState().keeping.own).toBe("kept"));
    await there.actions.lookForKept();
    expect(there.store.getState().keeping.kept?.works).toHaveLength(2);
  });

  it("shows what was on screen, also where nothing stands out there", async () => {
    const session = page();
    await session.actions.open(sourceOf("calm.csv", new Blob([numbersCsv()])));
    await runsDone(session);
    expect(choicesOf(session).shown).toBe("consensus");
    session.actions.show("findings");
    const file = await session.actions.sessionFile(true, quiet)!.result;
    const there = page();
    await there.actions.open(sourceOf("calm.zip", file));
    await runsDone(there);
    expect(choicesOf(there).shown).toBe("findings");
    await there.actions.open(sourceOf("calm.csv", new Blob([numbersCsv({ strange: 20 })])));
    await there.actions.open(sourceOf("calm again.csv", new Blob([numbersCsv()])));
    await runsDone(there);
    expect(choicesOf(there).shown).toBe("consensus");
  });

  it("asks for its data where they did not come along, and says whether they are the same", async () => {
    const file = await (await worked()).actions.sessionFile(false, quiet)!.result;
    const there = page();
    await there.actions.open(sourceOf("s.zip", file));
    expect(there.store.getState()).toMatchObject({ offer: { name: "may.csv" }, reading: { stage: "none" } });
    there.actions.takeOffer();
    await there.actions.open(sourceOf("may copy.csv", csv()));
    expect(choicesOf(there)).toMatchObject({ seed: 77, marks: [{ verdict: "anomaly" }] });
    expect(codes(there)).not.toContain("offer.other-file");

    await there.actions.open(sourceOf("june.csv", csv(5, 60)));
    await there.actions.open(sourceOf("s.zip", file));
    expect(there.store.getState().dataset?.name).toBe("june.csv");
    there.actions.takeOffer();
    expect(choicesOf(there).seed).toBe(77);
    expect(codes(there)).toContain("offer.other-file");
  });

  it("is refused in words where nothing of it can be read, and what is open stays", async () => {
    const session = await worked();
    const file = await session.actions.sessionFile(true, quiet)!.result;
    await session.actions.open(sourceOf("cut.zip", file.slice(0, 100)));
    expect(session.store.getState().reading).toMatchObject({ stage: "failed", failure: { code: "bad-session" } });
    expect(session.store.getState().dataset?.name).toBe("may.csv");
    await session.actions.open(sourceOf("half.zip", file.slice(0, Math.floor(file.size / 2))));
    expect(codes(session)).toContain("session.cut");
  });
});
