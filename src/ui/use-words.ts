import type { i18n, TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { NotFetched } from "./late";

/** What a screen needs to speak: `t` says a message of its catalogues, `i18n.language` is the person's language. */
export interface Words {
  readonly t: TFunction;
  readonly i18n: i18n;
}

/**
 * The messages of some catalogues, the first of which needs no prefix. Suspends while one is fetched, so that no key is
 * ever shown in place of a sentence; throws NotFetched for the nearest boundary when one cannot be.
 */
export function useWords(...namespaces: readonly [string, ...string[]]): Words {
  const { t, i18n } = useTranslation(namespaces);
  const missing = namespaces.filter((name) => !isHeld(i18n, name));
  if (missing.length > 0) throw new NotFetched(() => i18n.reloadResources(i18n.languages, missing));
  return { t, i18n };
}

function isHeld(i18n: i18n, namespace: string): boolean {
  return i18n.languages.some((language) => i18n.hasResourceBundle(language, namespace));
}
