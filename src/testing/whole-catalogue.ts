import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";

const files = import.meta.glob<Readonly<Record<string, unknown>>>("../messages/en/**/*.json", {
  eager: true,
  import: "default",
});

/** Every English message at once, where a test does not care how they are fetched. */
export function wholeCatalogue(): i18n {
  const namespaces: Record<string, Record<string, unknown>> = {};
  for (const [path, content] of Object.entries(files)) {
    const namespace = path.split("/")[3]?.replace(".json", "") ?? "";
    namespaces[namespace] = { ...namespaces[namespace], ...content };
  }
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: "en",
    resources: { en: namespaces },
    defaultNS: "common",
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  return instance;
}
