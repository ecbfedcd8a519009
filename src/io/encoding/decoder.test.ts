import { expect, it } from "vitest";
import { DOS_CODE_PAGES } from "../../core/data/dos-code-pages";
import { decoderFor } from "./decoder";

it("knows the code pages of DOS beside what browsers know", () => {
  for (const page of DOS_CODE_PAGES.values()) expect(page).toHaveLength(128);
  const bytes = Uint8Array.of(0x54, 0x82, 0x20, 0x94, 0x81, 0xe1, 0xf8);
  expect(decoderFor("ibm437").decode(bytes)).toBe("Té öüß°");
  expect(decoderFor("IBM850").decode(bytes, { stream: true })).toBe("Té öüß°");
  expect(decoderFor("ibm850").decode(Uint8Array.of(0xb5, 0xd2, 0xd0))).toBe("ÁÊð");
  expect(decoderFor("ibm850").decode()).toBe("");
  expect(decoderFor("ibm850").decode(new Uint8Array(20_000).fill(0x84))).toBe("ä".repeat(20_000));
  expect(decoderFor("windows-1252").decode(Uint8Array.of(0xe4))).toBe("ä");
  expect(() => decoderFor("ibm999")).toThrow(RangeError);
});
