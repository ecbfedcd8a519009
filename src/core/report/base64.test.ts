import { expect, it } from "vitest";
import { base64Of } from "./base64";

it("writes bytes as everybody does", () => {
  for (let length = 0; length < 8; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => 255 - 31 * at);
    expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString("base64"));
  }
});
