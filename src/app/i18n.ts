import i18next, { type i18n, type ReadCallback } from "i18next";
import { initReactI18next } from "react-i18next";
import { FALLBACK } from "./language";

type Catalogue = Readonly<Record<string, unknown>>;

/** What the start page says, in the language that others fall back to: part of the first load. */
const first = import.meta.glob<Catalogue>("../messages/en/{app,common,load,samples}.json", {
  eager: true,
  import: "default",
});

/** All else is fetched when the first screen that says it is drawn. */
const later = import.meta.glob<Catalogue>(
  ["../messages/*/**/*.json", "!../messages/en/{app,common,load,samples}.json", "!../messages/*/language.json"],
  { import: "default" },
);

/** All there are. */
export const NAMESPACES: readonly string[] = [...new Set(Object.keys(later).map(namespaceOf))];

/**
 * The message catalogue. `messages/en/load.json` is the namespace "load" of English; `messages/en/notes/*.json` together
 * are "notes". React escapes by itself.
 */
export function createI18n(language = FALLBACK, fetchCatalogue = catalogueOf): i18n {
  const held = Object.entries(first).map(([path, catalogue]) => [namespaceOf(path), catalogue] as const);
  const instance = i18next.createInstance();
  void instance
    .use(initReactI18next)
    .use({
      type: "backend",
      init: () => undefined,
      read(spoken: string, namespace: string, done: ReadCallback): void {
        fetchCatalogue(spoken, namespace).then(
          (catalogue) => done(null, catalogue),
          // Not asked for again by itself: a person does, where it is missing.
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), false),
        );
      },
    })
    .init({
      lng: language,
      fallbackLng: FALLBACK,
      resources: { [FALLBACK]: Object.fromEntries(held) },
      partialBundledLanguages: true,
      ns: held.map(([namespace]) => namespace),
      defaultNS: "common",
      interpolation: { escapeValue: false },
      initAsync: false,
      returnNull: false,
    });
  return instance;
}

/** Fetches all files of a namespace. */
async function catalogueOf(language: string, namespace: string): Promise<Catalogue> {
  const files = Object.entries(later).filter(
    ([path]) => path.startsWith(`../messages/${language}/`) && namespaceOf(path) === namespace,
  );
  if (files.length === 0) throw new Error(`no catalogue "${namespace}" in "${language}"`);
  const parts = await Promise.all(files.map(([, fetchFile]) => fetchFile()));
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
}

function namespaceOf(path: string): string {
  return path.split("/")[3]?.replace(".json", "") ?? "";
}
