import { expect, it } from "vitest";
import { Failure } from "../core/data/failure";
import type { Engine, ImageSource } from "../engine/protocol";
import { madeUpTable } from "../testing/made-up-table";
import { scriptedEngine } from "../testing/scripted-engine";
import { until } from "../testing/until";
import { fingerprintOf } from "./remember";
import { createSession } from "./session";

const blob = new Blob(["12345"]);
const parts: ImageSource = { kind: "images", name: "parts", files: [{ path: "good/1.png", blob }] };
const facts = { skipped: { count: 0, first: [] }, masks: 0, size: null, folders: [], budget: 1000 };
const card = { ...madeUpTable("parts", 1), report: null, images: facts };

function begun() {
  let restart: Parameters<Engine["onRestart"]>[0] = () => undefined;
  const script = scriptedEngine({}, (listener) => {
    restart = listener;
    return () => undefined;
  });
  const session = createSession({ engine: script.engine });
  const opening = session.actions.open(parts);
  return {
    ...script,
    session,
    opening,
    state: () => session.store.getState(),
    restart: () => restart({ code: "worker-died" }),
  };
}

it("opens images without looking for first lines, and tells how far it is", async () => {
  const { images, looks, opening, state } = begun();
  expect(state().reading.stage).toBe("reading");
  images[0]?.report({ phase: "read", done: 0.5, rows: 1 });
  expect(state().reading).toMatchObject({ sniff: null, progress: { done: 0.5 } });
  images[0]?.answer(card);
  await opening;
  expect(looks).toHaveLength(0);
  expect(state().reading).toEqual({ stage: "open", source: parts, sniff: null });
  expect(state().dataset).toBe(card);
  expect(state().viewState.tableRows).toBe("all");
});

it("opens the images again when the worker died", async () => {
  const { images, opening, restart, state } = begun();
  images[0]?.answer(card);
  await opening;
  restart();
  await until(() => expect(images).toHaveLength(2));
  expect(images[1]?.question.source).toBe(parts);
  images[1]?.answer(card);
  await until(() => expect(state().reading.stage).toBe("open"));
});

it("tells images that could not be read, and tries again", async () => {
  const { images, opening, session, state } = begun();
  images[0]?.fail(new Failure({ code: "no-images" }));
  await opening;
  expect(state().reading).toMatchObject({ stage: "failed", failure: { code: "no-images" } });
  void session.actions.retryReading();
  expect(images).toHaveLength(2);
});

it("knows a set of images again by name, size and how many there are", () => {
  const same: ImageSource = { ...parts, files: [{ path: "good/1.png", blob: new Blob(["abcde"]) }] };
  const more: ImageSource = { ...parts, files: [...parts.files, { path: "good/2.png", blob: new Blob([]) }] };
  expect(fingerprintOf(same)).toBe(fingerprintOf(parts));
  expect(fingerprintOf(more)).not.toBe(fingerprintOf(parts));
});
