import { useCallback, useMemo, useSyncExternalStore } from "react";
import { jsonIn } from "./guarded-storage";
import { useStorage } from "./use-session";

/**
 * A choice of a screen that is kept for the next visit, whatever file is open then. What is kept may be anything, or
 * nothing (undefined): `decode`, which must not change from one rendering to the next, makes a lawful value of it.
 */
export function useKept<T>(name: string, decode: (kept: unknown) => T): readonly [T, (value: T) => void] {
  const storage = useStorage();
  const key = `anomaly-explorer:${name}`;
  const text = useSyncExternalStore(storage.subscribe, () => storage.getItem(key));
  const value = useMemo(() => decode(text === null ? undefined : jsonIn(storage, key)), [text, decode, storage, key]);
  const keep = useCallback((next: T) => storage.setItem(key, JSON.stringify(next)), [storage, key]);
  return [value, keep];
}
