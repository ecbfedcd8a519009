import i18next, { type i18n, type Resource } from "i18next";
import { initReactI18next } from "react-i18next";

/** `messages/en/load.json` is the namespace "load"; `messages/en/notes/*.json` together are "notes". */
const files = import.meta.glob<Record<string, unknown>>("../messages/*/**/*.json", { eager: true, import: "default" });

function resourcesOf(): Resource {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, content] of Object.entries(files)) {
    const [language = "", first = "", second] = path.replace("../messages/", "").replace(".json", "").split("/");
    const namespaces = (resources[language] ??= {});
    if (second === undefined) namespaces[first] = { ...namespaces[first], ...content };
    else namespaces[first] = { ...namespaces[first], ...content };
  }
  return resources; // JSON files hold strings and nested objects of strings only.
}

/** The message catalogue, ready synchronously. React escapes by itself. */
export function createI18n(language = "en"): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    resources: resourcesOf(),
    defaultNS: "common",
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  return instance;
}
