import { Button, Text } from "@mantine/core";
import { detectorsFor } from "../../state/kinds/kinds";
import { countingSources, isOnlyMarked } from "../../state/known-truth";
import { decidedRows } from "../../state/marked-rows";
import type { SessionState } from "../../state/session-state";
import { useActions, useSession } from "../../state/use-session";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useWords } from "../../ui/use-words";
import classes from "./detector-panel.module.css";

/** Of fewer marks of a kind no detector is taught: each part of them needs one. */
const LEAST_MARKS = 5;

/** What a label or marks could teach a detector, where there are enough of them and none is taught yet. */
export function TaughtLine() {
  const { t } = useWords("detect");
  const words = useDetectorWords();
  const { pick } = useActions();
  const isKnown = useSession(canTeach);
  const picked = useSession((state) => state.history.present.picked);
  const recipe = useSession((state) => state.history.present.recipe);
  if (!isKnown || !recipe) return null;
  const cards = detectorsFor(recipe.rowKind).filter(({ taught }) => taught);
  if (cards.length === 0 || cards.some(({ id }) => picked.includes(id))) return null;
  return (
    <div className={classes.recommended} role="group" aria-label={t("taught.title")}>
      <Text size="xs">{t("taught.line")}</Text>
      {cards.map((card) => (
        <Button key={card.id} size="compact-xs" variant="light" onClick={() => pick(card.id)}>
          {t("taught.add", { detector: words(card, "label", card.label) })}
        </Button>
      ))}
    </div>
  );
}

function canTeach(state: SessionState): boolean {
  const sources = countingSources(state);
  if (!isOnlyMarked(sources)) return sources.length > 0;
  const { rows, strange } = decidedRows(state.marked);
  const count = strange.reduce((sum, one) => sum + one, 0);
  return Math.min(count, rows.length - count) >= LEAST_MARKS;
}
