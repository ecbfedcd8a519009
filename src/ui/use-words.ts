import type { i18n, TOptions } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { MessageKey, Namespace } from "../messages/message-key";
import { NotFetched } from "./late";

export type { MessageAbove, MessageBelow } from "../messages/message-key";

/** Says a message of the catalogue with its values; `count` chooses between one and many. */
export type Say<Key extends string> = (key: Key, values?: Readonly<Record<string, unknown>>) => string;

/** What a screen needs to speak: `t` says a message of its catalogues, `i18n.language` is the person's language. */
export interface Words<Key extends string> {
  readonly t: Say<Key>;
  /** Whether there is a message for what is not known before it runs, such as the name of a detector's own figure. */
  readonly knows: (key: string) => key is Key;
  readonly i18n: i18n;
}

/**
 * The messages of some catalogues, the first of which needs no prefix. Suspends while one is fetched, so that no key is
 * ever shown in place of a sentence; throws NotFetched for the nearest boundary when one cannot be.
 */
export function useWords<First extends Namespace, Rest extends Namespace = never>(
  first: First,
  ...rest: readonly Rest[]
): Words<MessageKey<First, First | Rest>> {
  const namespaces: readonly Namespace[] = [first, ...rest];
  const { t, i18n } = useTranslation(namespaces);
  const missing = namespaces.filter((name) => !isHeld(i18n, name));
  if (missing.length > 0) throw new NotFetched(() => i18n.reloadResources(i18n.languages, missing));
  const names = namespaces.join();
  return useMemo(
    () => ({
      t: (key, values) => t<string, TOptions, string>(key, { ...values }),
      // A message with plurals has none without a count.
      knows: (key): key is MessageKey<First, First | Rest> =>
        [{}, { count: 2 }].some((count) => i18n.exists(key, { ns: names.split(","), ...count })),
      i18n,
    }),
    [t, i18n, names],
  );
}

function isHeld(i18n: i18n, namespace: Namespace): boolean {
  return i18n.languages.some((language) => i18n.hasResourceBundle(language, namespace));
}
