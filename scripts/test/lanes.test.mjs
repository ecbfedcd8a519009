// @ts-check
import { expect, test, vi } from "vitest";
import { runInLanes } from "./lanes.mjs";

/**
 * A run of tasks whose ends are told by hand.
 * @param {readonly import("./lanes.mjs").Task[]} tasks
 */
function begin(tasks, lanes = 2) {
  /** @type {string[]} */
  const begun = [];
  /** @type {Map<string, (isWell: boolean) => void>} */
  const ends = new Map();
  const left = runInLanes(tasks, lanes, ({ name }) => {
    begun.push(name);
    return new Promise((done) => ends.set(name, done));
  });
  const end = async (/** @type {string} */ name, isWell = true) => {
    ends.get(name)?.(isWell);
    // All that follows from an end happens before the next turn of the loop.
    await new Promise((done) => setImmediate(done));
  };
  return { begun, end, left };
}

const task = (/** @type {string} */ name, lanes = 1, needs = "") => ({ name, lanes, ...(needs && { needs }) });

test("as many as there are lanes, in their order", async () => {
  const { begun, end, left } = begin([task("a"), task("b"), task("c")]);
  expect(begun).toEqual(["a", "b"]);
  await end("b");
  expect(begun).toEqual(["a", "b", "c"]);
  await end("a");
  await end("c");
  expect(await left).toEqual([]);
});

test("one that needs all lanes waits for them, and what fits goes ahead", async () => {
  const { begun, end, left } = begin([task("a"), task("wide", 2), task("b")]);
  expect(begun).toEqual(["a", "b"]);
  await end("a");
  expect(begun).toEqual(["a", "b"]);
  await end("b");
  expect(begun).toEqual(["a", "b", "wide"]);
  await end("wide");
  expect(await left).toEqual([]);
});

test("one that needs more lanes than there are runs alone", async () => {
  const { begun, end, left } = begin([task("a"), task("wide", 2)], 1);
  expect(begun).toEqual(["a"]);
  await end("a");
  expect(begun).toEqual(["a", "wide"]);
  await end("wide");
  expect(await left).toEqual([]);
});

test("one waits for what it needs, unless that was not asked for", async () => {
  const { begun, end, left } = begin([task("a"), task("b", 1, "a"), task("c", 1, "elsewhere")]);
  expect(begun).toEqual(["a", "c"]);
  await end("a");
  expect(begun).toEqual(["a", "c", "b"]);
  await end("b");
  await end("c");
  expect(await left).toEqual([]);
});

test("after a failure none begins, and what is under way is ended", async () => {
  const { begun, end, left } = begin([task("a"), task("b"), task("c")]);
  await end("a", false);
  expect(begun).toEqual(["a", "b"]);
  await end("b");
  expect((await left).map(({ name }) => name)).toEqual(["c"]);
});

test("what throws has failed", async () => {
  const error = vi.spyOn(console, "error").mockReturnValue(undefined);
  const left = await runInLanes([task("a"), task("b")], 1, () => Promise.reject(new Error("no such program")));
  expect(left.map(({ name }) => name)).toEqual(["b"]);
  expect(error).toHaveBeenCalledOnce();
  error.mockRestore();
});
