import { expect, it } from "vitest";
import { Failure } from "../core/data/failure";
import type { Engine, Inspection, Source } from "../engine/protocol";
import type { FakeAnswer, FakeAnswers } from "../testing/fake-engine";
import { madeUpInspection, madeUpTable } from "../testing/made-up-table";
import { tick } from "../testing/open-session";
import { imagesPlan } from "../testing/open-table";
import { scriptedEngine } from "../testing/scripted-engine";
import { until } from "../testing/until";
import { fingerprintOf } from "./remember";
import { createSession } from "./session";

const blob = new Blob(["12345"]);
const parts: Source = { name: "parts", files: [{ path: "parts/good/1.png", blob }] };
const facts = { skipped: { count: 0, first: [] }, masks: 0, size: null, folders: [], budget: 1000 };
const card = { ...madeUpTable("parts", 1), read: { format: "images" as const, report: facts } };
const images: Inspection = {
  format: "images",
  plan: imagesPlan,
  guesses: [],
  preview: { names: [], rows: [] },
  columns: [],
  size: madeUpInspection().size,
};

function begun(source: Source, answers: FakeAnswers = {}) {
  let restart: Parameters<Engine["onRestart"]>[0] = () => undefined;
  const script = scriptedEngine(answers, (listener) => {
    restart = listener;
    return () => undefined;
  });
  const session = createSession({ engine: script.engine });
  void session.actions.open(source);
  const state = () => session.store.getState();
  return {
    ...script,
    session,
    state,
    restart: () => restart({ code: "worker-died" }),
    said: () => state().announcements.map(({ note }) => note),
  };
}

it("opens images like any other files, and tells how far it is", async () => {
  const { looks, opens, state } = begun(parts);
  expect(state().reading.stage).toBe("looking");
  looks[0]?.answer(images);
  await tick();
  expect(opens[0]?.question).toEqual({ source: parts, plan: images.plan });
  opens[0]?.report({ phase: "read", done: 0.5, rows: 1 });
  expect(state().reading).toMatchObject({ stage: "reading", progress: { done: 0.5 } });
  opens[0]?.answer(card);
  await tick();
  expect(state().reading).toEqual({ stage: "open", source: parts, inspection: images });
  expect(state().dataset).toBe(card);
});

it("opens the files again when the worker died", async () => {
  const { looks, opens, restart, state } = begun(parts);
  looks[0]?.answer(images);
  await tick();
  opens[0]?.answer(card);
  await tick();
  restart();
  await until(() => expect(looks).toHaveLength(2));
  looks[1]?.answer(images);
  await until(() => expect(opens).toHaveLength(2));
  expect(opens[1]?.question.source).toBe(parts);
  opens[1]?.answer(card);
  await until(() => expect(state().reading.stage).toBe("open"));
});

it("names the file that was being read when the worker died, and reads the table before again", async () => {
  const { looks, opens, restart, session, state, said } = begun(parts);
  looks[0]?.answer(images);
  await tick();
  opens[0]?.answer(card);
  await tick();
  const next: Source = { name: "doomed.csv", files: [{ path: "doomed.csv", blob }] };
  void session.actions.open(next);
  looks[1]?.answer(madeUpInspection());
  await until(() => expect(opens).toHaveLength(2));
  restart();
  expect(said()).toEqual([{ code: "drop.unread", values: { name: "doomed.csv" } }]);
  looks[2]?.answer(images);
  await until(() => expect(opens).toHaveLength(3));
  expect(opens[2]?.question.source).toBe(parts);
  opens[2]?.answer(card);
  await until(() => expect(state().reading.stage).toBe("open"));
});

it("brings the table on screen back where a file that was dropped meanwhile cannot be read", async () => {
  const { looks, opens, restart, session, state, said } = begun(parts);
  looks[0]?.answer(images);
  await tick();
  opens[0]?.answer(card);
  await tick();
  restart();
  void session.actions.open({ name: "broken.csv", files: [{ path: "broken.csv", blob }] });
  looks.at(-1)?.fail(new Failure({ code: "no-table" }));
  await until(() => expect(said().at(-1)).toEqual({ code: "drop.not-opened", values: { name: "broken.csv" } }));
  expect(said()).toContainEqual({ code: "failures.no-table.title" });
  looks.at(-1)?.answer(images);
  await until(() => expect(opens).toHaveLength(2));
  opens[1]?.answer(card);
  await until(() => expect(state()).toMatchObject({ isRestarting: false, reading: { stage: "open", source: parts } }));
});

it("tells files that could not be read, and tries again", async () => {
  const { looks, session, state } = begun(parts);
  looks[0]?.fail(new Failure({ code: "no-images" }));
  await tick();
  expect(state().reading).toMatchObject({ stage: "failed", inspection: null, failure: { code: "no-images" } });
  void session.actions.retryReading();
  expect(looks).toHaveLength(2);
});

it("leaves aside what is not read, and says so", async () => {
  const dropped: Source = { name: "3 files", files: ["a.md", "data/b.csv", "c.md"].map((path) => ({ path, blob })) };
  const inspect: FakeAnswer<"inspect"> = async ({ source: { files } }) => ({
    is: "table",
    takes: [files.findIndex(({ path }) => path.endsWith(".csv"))],
    inspection: madeUpInspection(),
  });
  const { opens, said } = begun(dropped, { inspect });
  await tick();
  expect(opens[0]?.question.source).toEqual({ name: "b.csv", files: [{ path: "data/b.csv", blob }] });
  expect(said()).toEqual([{ code: "drop.left-aside", values: { name: "b.csv", count: 2 } }]);
});

it("refuses labelled windows where no series is open, and keeps what is", async () => {
  const inspect: FakeAnswer<"inspect"> = async () => ({ is: "labelled-windows", entries: [{ path: "", windows: [] }] });
  const { state, said } = begun({ name: "windows.json", files: [{ path: "windows.json", blob }] }, { inspect });
  await tick();
  expect(state().reading.stage).toBe("none");
  expect(said()).toEqual([{ code: "labelled.no-series", values: { name: "windows.json" } }]);
});

it("knows a set of files again by name, size and how many there are", () => {
  const two = (content: string): Source => ({
    name: "parts",
    files: [...parts.files, { path: "parts/good/2.png", blob: new Blob([content]) }],
  });
  expect(fingerprintOf(two("abc"))).toBe(fingerprintOf(two("xyz")));
  expect(fingerprintOf(two("abc"))).not.toBe(fingerprintOf(parts));
});

it("says of a file that was read when the worker died that it was not read, and of a run that the table comes back", async () => {
  const { looks, opens, session, state } = begun(parts);
  looks[0]?.answer(images);
  await tick();
  opens[0]?.fail(new Failure({ code: "worker-died" }));
  await until(() => expect(state().reading).toMatchObject({ stage: "failed", failure: { code: "reading-died" } }));
  session.dispose();
});
