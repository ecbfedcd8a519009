import { afterEach, expect, it } from "vitest";
import { createInlineEngine } from "../engine/inline";
import { hurriedClock } from "../testing/hand-clock";
import { numbersCsv } from "../testing/open-table";
import { until } from "../testing/until";
import { createSession, type Session } from "./session";
import { sourceOf } from "./source";

const sessions: Session[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
});

const before = numbersCsv({ rows: 200, strange: 20 });
/** One digit of the strange row: as many bytes, another value. */
const after = before.replace("400.00", "100.00");

function begun() {
  const session = createSession({ engine: createInlineEngine(), clock: hurriedClock });
  sessions.push(session);
  const state = () => session.store.getState();
  /** Opens a file and waits for every run that it asks for. */
  const open = async (name: string, blob: Blob) => {
    await session.actions.open(sourceOf(name, blob));
    await until(() => {
      const { runs, history } = state();
      for (const id of history.present.picked) expect(runs[id]).toMatchObject({ status: "done", stale: false });
    });
    const dataset = state().dataset?.id ?? "";
    const [cells] = await session.ask("page", { dataset, rows: Uint32Array.of(20) });
    const results = state().history.present.picked.map((id) => state().runs[id]?.result ?? null);
    return { dataset, cells, results };
  };
  return { open };
}

it.each([
  ["a file edited to the same length", "numbers.csv"],
  ["another table pasted", "Pasted table"],
])("computes everything again for %s", async (_, name) => {
  expect(after).toHaveLength(before.length);
  const { open } = begun();
  const one = await open(name, new Blob([before]));
  const other = await open(name, new Blob([after]));
  expect(other.dataset).not.toBe(one.dataset);
  expect(one.cells?.[0]).toBe(400);
  expect(other.cells?.[0]).toBe(100);
  expect(other.results.length).toBeGreaterThan(1);
  other.results.forEach((result, at) => {
    expect(result?.key).not.toBe(one.results[at]?.key);
    expect(result?.scores[20]).not.toBe(one.results[at]?.scores[20]);
  });
});

it("keeps what it has for the same bytes, whatever the file is called", async () => {
  const { open } = begun();
  const one = await open("numbers.csv", new Blob([before]));
  const other = await open("copy of numbers.csv", new Blob([before]));
  expect(other.dataset).toBe(one.dataset);
  other.results.forEach((result, at) => expect(result).toBe(one.results[at]));
});
