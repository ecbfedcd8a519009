import { expect, it } from "vitest";
import { lettersOf } from "./letters";

it.each([
  ["amount", 6],
  ["", 0],
  ["金额", 4],
  ["金额 (CNY)", 10],
  ["異常，", 6],
  ["한국", 4],
  ["naïve…", 6],
  ["𠮷", 2],
])("%s takes the room of %d letters", (text, letters) => expect(lettersOf(text)).toBe(letters));
