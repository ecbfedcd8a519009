import { expect, it } from "vitest";
import { formatBytes } from "./byte-size";
import { secondsLeft } from "./time-left";

it("writes sizes in steps of 1000 with few digits", () => {
  const sizes = [0, 512, 999, 1000, 9940, 84_000, 999_600, 104_300_000, 6.4e9];
  expect(sizes.map((size) => formatBytes(size))).toEqual([
    "0 byte",
    "512 byte",
    "999 byte",
    "1 kB",
    "9.9 kB",
    "84 kB",
    "1 MB",
    "104 MB",
    "6.4 GB",
  ]);
  expect(formatBytes(3_200_000, "de")).toBe("3,2 MB");
});

it("says the time left only once it can be told, and coarsely where it is long", () => {
  expect(secondsLeft(900, 0.5)).toBeNull();
  expect(secondsLeft(5000, null)).toBeNull();
  expect(secondsLeft(5000, 0.01)).toBeNull();
  expect(secondsLeft(4000, 0.4)).toBe(6);
  expect(secondsLeft(10_000, 0.2)).toBe(40);
  expect(secondsLeft(60_000, 0.05)).toBe(1140);
  expect(secondsLeft(4000, 0.999)).toBe(1);
});
