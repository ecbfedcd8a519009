import { useCallback } from "react";
import { useWords } from "../../ui/use-words";

/** What the core adds to the name of a column where a feature is made of it: "amount: rarity", "time: hour (sin)". */
const MADE_OF = /^: (\w+)( \((?:sin|cos)\))?$/;
const IS_MISSING = " is missing";

/** The name of a feature in the person's language, by the column that it is made of. */
export function useFeatureWords(): (feature: string, column: string) => string {
  const { t, knows } = useWords("prepare");
  return useCallback(
    (feature, column) => {
      if (!feature.startsWith(column)) return feature;
      const rest = feature.slice(column.length);
      const [, part = rest === IS_MISSING ? "missing" : "", wave = ""] = MADE_OF.exec(rest) ?? [];
      const key = `matrix.feature.${part}`;
      return part !== "" && knows(key) ? `${t(key, { column })}${wave}` : feature;
    },
    [t, knows],
  );
}
