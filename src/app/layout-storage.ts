import { dictionaryOf, finite } from "../core/project/decoder";
import { jsonIn, type TextStorage } from "../state/guarded-storage";

const shares = dictionaryOf(finite(0, 100));

/** The storage as the panels use it: what is kept there but is no layout, is not there. */
export function layoutStorage(storage: TextStorage): Pick<TextStorage, "getItem" | "setItem"> {
  return {
    getItem(key) {
      const kept = jsonIn(storage, key);
      if (kept === undefined) return null;
      // What is dropped of a damaged one is missing from the whole.
      const layout = shares(kept, [], () => undefined) ?? {};
      const whole = Object.values(layout).reduce((sum, share) => sum + share, 0);
      return Math.abs(whole - 100) < 1 ? JSON.stringify(layout) : null;
    },
    setItem: storage.setItem,
  };
}
