import type { i18n } from "i18next";
import { jsonIn, type TextStorage } from "../state/guarded-storage";

/** A language that the page speaks: the name of its folder in `messages`, and what `language.json` there says of it. */
export interface Language {
  readonly id: string;
  /** In the language itself. */
  readonly name: string;
  /** BCP 47, as browsers choose letters and voices by it. */
  readonly tag: string;
}

/** What others fall back to: whoever writes a screen writes its words in English. */
export const FALLBACK = "en";

const described = import.meta.glob<Omit<Language, "id">>("../messages/*/language.json", {
  eager: true,
  import: "default",
});

/** All there are. */
export const LANGUAGES: readonly Language[] = Object.entries(described).map(([path, said]) => ({
  id: path.split("/")[2] ?? "",
  ...said,
}));

/** Where the choice is kept: `useKept` puts the page's own name in front. */
export const KEPT_LANGUAGE = "language";

/** The language of which `kept` is the id, or null. */
export function keptLanguage(kept: unknown): Language | null {
  return LANGUAGES.find(({ id }) => id === kept) ?? null;
}

/**
 * The language chosen on an earlier visit; else the first of those that the browser asks for (`wanted`) that there is, in
 * whatever country it is spoken; else English.
 */
export function languageFor(storage: TextStorage, wanted: readonly string[]): string {
  const kept = keptLanguage(jsonIn(storage, `anomaly-explorer:${KEPT_LANGUAGE}`));
  if (kept) return kept.id;
  // Not every browser asks for a legal tag: one of a system without a language says "C".
  const primary = wanted.map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? "");
  return primary.find((id) => keptLanguage(id)) ?? FALLBACK;
}

/** Says on the page, now and after each change, which language it is in: letters, hyphens and voices go by it. */
export function tellLanguage(messages: i18n, page: Pick<HTMLElement, "lang">): void {
  const tell = () => {
    page.lang = keptLanguage(messages.language)?.tag ?? FALLBACK;
  };
  tell();
  messages.on("languageChanged", tell);
}

/** Speaks another language once its words are there; false where they could not be fetched, and nothing was changed. */
export async function speak(messages: i18n, language: Language): Promise<boolean> {
  const isHeld = () => messages.hasResourceBundle(language.id, "common");
  await messages.loadLanguages(language.id);
  // What failed once is not asked for again by itself.
  if (!isHeld()) await messages.reloadResources(language.id);
  if (!isHeld()) return false;
  await messages.changeLanguage(language.id);
  return true;
}
