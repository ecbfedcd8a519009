import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { expect, it } from "vitest";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { useFeatureWords } from "./use-feature-words";

it("says what a feature is made of, and leaves names that are no more than names", () => {
  const messages = wholeCatalogue();
  messages.addResourceBundle(
    "en",
    "prepare",
    { matrix: { feature: { rarity: "how rare {{column}} is" } } },
    true,
    true,
  );
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <I18nextProvider i18n={messages}>{children}</I18nextProvider>
  );
  const words = renderHook(useFeatureWords, { wrapper }).result.current;
  expect(words("country: rarity", "country")).toBe("how rare country is");
  expect(words("time: hour (sin)", "time")).toBe("time: hour (sin)");
  expect(words("amount is missing", "amount")).toBe("amount is missing");
  expect(words("a: b", "a: b")).toBe("a: b");
  expect(words("country = DE: rarity", "country")).toBe("country = DE: rarity");
});
