import { Button, Text } from "@mantine/core";
import { useMemo } from "react";
import { detectorCardOf } from "../../state/catalogue";
import { recommendationOf } from "../../state/kinds/kinds";
import { useActions, useSession } from "../../state/use-session";
import { formatList } from "../../ui/format";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./detector-panel.module.css";

/** Which detectors suit the open table, why, and one step to run those that do not run yet. */
export function RecommendedLine() {
  const { t, i18n } = useWords("detect");
  const words = useDetectorWords();
  const say = useNote();
  const { pickAll } = useActions();
  const picked = useSession((state) => state.history.present.picked);
  const dataset = useSession((state) => state.dataset);
  const recipe = useSession((state) => state.history.present.recipe);
  const recommendation = useMemo(
    () => (dataset && recipe ? recommendationOf(dataset, recipe) : null),
    [dataset, recipe],
  );
  // Of other kinds nothing is known that would speak for one detector or another.
  if (!recommendation || recommendation.reasons.length === 0) return null;
  const { members, reasons } = recommendation;
  const cards = members.flatMap((id) => detectorCardOf(id) ?? []);
  const missing = cards.filter(({ id }) => !picked.includes(id));
  const names = cards.map((card) => words(card, "label", card.label));

  return (
    <div className={classes.recommended}>
      <Text size="xs">{t("recommended.line", { names: formatList(names, i18n.language) })}</Text>
      {missing.length > 0 && (
        <Button size="compact-xs" variant="light" onClick={() => pickAll(missing.map(({ id }) => id))}>
          {t("recommended.add", { count: missing.length })}
        </Button>
      )}
      <details className={classes.why}>
        <summary>{t("recommended.why")}</summary>
        <ul>
          {reasons.map((reason) => (
            <li key={reason.code}>{say(reason)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
