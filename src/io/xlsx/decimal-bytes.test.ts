import { expect, it } from "vitest";
import { readDecimal } from "./decimal-bytes";

const into = new Float64Array(1);

function read(text: string): number | null {
  const bytes = new TextEncoder().encode(`${text}<`);
  return readDecimal(bytes, 0, into, 0) === text.length ? into[0]! : null; // it has one
}

it.each([
  "0",
  "-0",
  "7",
  "-12.5",
  "0.30000000000000004",
  "-1.1760288225214257",
  "10.326199420659155",
  "45292.0000115741",
  "123456789012345",
  "1234567.89012345678",
  "0.0000000001234567",
  "00.5",
  "1E5",
  "1.5E+20",
  "4.9406564584124654E-3",
  "12e+4",
])("reads %s", (text) => {
  expect(read(text)).toBe(Number(text));
});

it.each(["", "-", ".", ".5", "5.", "+5", " 5", "5 ", "1e", "1E400", "007", "10E0", "1234567890123456", "0x10", "1,5"])(
  "leaves '%s' to its text",
  (text) => {
    expect(read(text)).toBeNull();
  },
);
