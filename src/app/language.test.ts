import { expect, it } from "vitest";
import { pageStorage } from "../state/guarded-storage";
import { createI18n } from "./i18n";
import { languageFor, LANGUAGES, speak, tellLanguage } from "./language";

it.each([
  [["zh-TW", "en"], "zh"],
  [["fr-CH", "zh-Hans-CN"], "zh"],
  [["en-GB", "zh"], "en"],
  [["C"], "en"],
  [["zhx", "fr"], "en"],
  [[], "en"],
])("speaks of %j the first that there is", (wanted, language) => {
  expect(languageFor(pageStorage(), wanted)).toBe(language);
});

it("speaks what was chosen, whatever the browser asks for", () => {
  const storage = pageStorage();
  storage.setItem("anomaly-explorer:language", '"zh"');
  expect(languageFor(storage, ["en-US"])).toBe("zh");
  storage.setItem("anomaly-explorer:language", '"tlh"');
  expect(languageFor(storage, ["zh"])).toBe("zh");
});

it("has the words of another language before it speaks it, and tells the page", async () => {
  const messages = createI18n();
  const page = { lang: "" };
  tellLanguage(messages, page);
  expect(page.lang).toBe("en");
  for (const language of LANGUAGES) {
    expect(await speak(messages, language)).toBe(true);
    expect(page.lang).toBe(language.tag);
    expect(messages.hasResourceBundle(language.id, "app")).toBe(true);
  }
});

it("changes nothing where the words cannot be fetched, and can be asked again", async () => {
  let isOffline = true;
  const messages = createI18n("en", () =>
    isOffline ? Promise.reject(new TypeError("offline")) : Promise.resolve({ undo: "撤销" }),
  );
  const chinese = { id: "zh", name: "简体中文", tag: "zh-CN" };
  expect(await speak(messages, chinese)).toBe(false);
  expect(messages.t("undo")).toBe("Undo");
  isOffline = false;
  expect(await speak(messages, chinese)).toBe(true);
  expect(messages.t("undo")).toBe("撤销");
  // What the language does not have is said in English, and never as a key.
  expect(messages.t("cancel")).toBe("Cancel");
});
