import { expect, it, vi } from "vitest";
import { Cancelled } from "../core/detect/context";
import { createKept, tableKey, tableStart } from "./kept";

it("makes a thing once while there is room, and the least lately asked for goes first", async () => {
  const kept = createKept<number>(2);
  const make = vi.fn(async () => make.mock.calls.length);
  const get = (key: string) => kept.get(key, make);
  expect([await get("a"), await get("b"), await get("a"), await get("c"), await get("a"), await get("b")]).toEqual([
    1, 2, 1, 3, 1, 4,
  ]);
});

it("lets who waited make what another gave up, and passes on any other failure", async () => {
  const kept = createKept<string>(2);
  const gaveUp = kept.get("a", () => Promise.reject(new Cancelled()));
  const waited = kept.get("a", async () => "made");
  await expect(gaveUp).rejects.toBeInstanceOf(Cancelled);
  expect(await waited).toBe("made");
  const failed = kept.get("b", () => Promise.reject(new RangeError("no memory")));
  await expect(kept.get("b", async () => "never")).rejects.toBeInstanceOf(RangeError);
  await expect(failed).rejects.toBeInstanceOf(RangeError);
  expect(await kept.get("b", async () => "again")).toBe("again");
});

it("forgets all that was made of a table, and nothing else", async () => {
  const kept = createKept<string>(9);
  await kept.get(tableKey("t1", "x"), async () => "old");
  await kept.get(tableKey("t10", "x"), async () => "other");
  kept.forget(tableStart("t1"));
  expect(await kept.get(tableKey("t1", "x"), async () => "new")).toBe("new");
  expect(await kept.get(tableKey("t10", "x"), async () => "new")).toBe("other");
});

it("hears that who waits gave up, while what they wait for is still being made", async () => {
  const kept = createKept<string>(2, () => Promise.resolve());
  let finish = (_: string) => {};
  const maker = kept.get("a", () => new Promise<string>((resolve) => (finish = resolve)));
  let hasGivenUp = false;
  const checkpoint = async () => {
    if (hasGivenUp) throw new Cancelled();
  };
  const waits = kept.get("a", async () => "made twice", checkpoint);
  hasGivenUp = true;
  await expect(waits).rejects.toBeInstanceOf(Cancelled);
  finish("made once");
  expect(await maker).toBe("made once");
  hasGivenUp = false;
  expect(await kept.get("a", async () => "made twice", checkpoint)).toBe("made once");
});
