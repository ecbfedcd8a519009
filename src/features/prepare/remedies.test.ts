import { expect, it } from "vitest";
import { remedyOf } from "./remedies";

it("advises only what changes something", () => {
  expect(remedyOf("profile.heavy-tail-high", null)?.word).toBe("log");
  expect(remedyOf("profile.heavy-tail-high", "channel")).toBeNull();
  expect(remedyOf("profile.constant", "channel")?.word).toBe("ignore");
  expect(remedyOf("profile.looks-like-id", "time")).toBeNull();
});
