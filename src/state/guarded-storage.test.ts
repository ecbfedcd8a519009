import { expect, it } from "vitest";
import { guardedStorage, jsonIn, type Refusal, type TextStorage } from "./guarded-storage";

function mapStorage(): TextStorage {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, text) => void map.set(key, text),
    removeItem: (key) => void map.delete(key),
  };
}

function throwing(name: string): never {
  throw new DOMException("refused", name);
}

it("keeps what the browser refuses for as long as the page is open, and tells it once", () => {
  const storage = guardedStorage(() => throwing("SecurityError"));
  const told: Refusal[] = [];
  storage.onRefusal((why) => told.push(why));
  storage.setItem("a", "1");
  storage.setItem("b", "2");
  expect([storage.getItem("a"), storage.getItem("b"), storage.getItem("c")]).toEqual(["1", "2", null]);
  storage.removeItem("a");
  expect(storage.getItem("a")).toBeNull();
  expect(told).toEqual(["blocked"]);
});

it("tells a storage that is full from one that is blocked, also to who asks later", () => {
  const full = { ...mapStorage(), setItem: () => throwing("QuotaExceededError") };
  const storage = guardedStorage(() => full);
  storage.setItem("a", "1");
  const told: Refusal[] = [];
  storage.onRefusal((why) => told.push(why));
  expect(told).toEqual(["full"]);
  expect(storage.getItem("a")).toBe("1");
});

it("gives the browser what it refused before", () => {
  const kept = mapStorage();
  let isFull = true;
  const storage = guardedStorage(() => ({
    ...kept,
    setItem: (key, text) => (isFull ? throwing("QuotaExceededError") : kept.setItem(key, text)),
  }));
  storage.setItem("a", "old");
  isFull = false;
  storage.setItem("a", "new");
  expect([kept.getItem("a"), storage.getItem("a")]).toEqual(["new", "new"]);
});

it("reads what is no JSON as nothing", () => {
  const storage = mapStorage();
  for (const text of ["{{{", "", "zzz", "undefined"]) {
    storage.setItem("a", text);
    expect(jsonIn(storage, "a")).toBeUndefined();
  }
  storage.setItem("a", "[1]");
  expect(jsonIn(storage, "a")).toEqual([1]);
});
