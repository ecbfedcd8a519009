import type { RowExplanation } from "../../core/explain/explanation";
import { useSession } from "../../state/use-session";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./reason-chips.module.css";
import { useFormatCell } from "../../ui/use-format-cell";
import { useUsual } from "../../ui/use-usual";

const MAX_CHIPS = 3;
const SIGN_OF_DIRECTION = { high: "↑", low: "↓", rare: "◇", missing: "∅", combination: "⁘" } as const;

/** The main reasons of a row: column, value, sign and what is usual, the sentence on hover. Hundreds may be on screen, so they are plain elements. */
export function ReasonChips({ explanation }: { readonly explanation: RowExplanation | undefined }) {
  const { t } = useWords("inspect");
  const columns = useSession((state) => state.dataset?.columns);
  const say = useNote();
  const formatCell = useFormatCell();
  const usualOf = useUsual();
  if (!explanation || !columns) return <span className={classes.waiting} aria-hidden />;
  return (
    <>
      {explanation.contributions
        .filter(({ share }) => share > 0)
        .slice(0, MAX_CHIPS)
        .map((contribution) => {
          const { column, direction, note, value } = contribution;
          const card = columns[column];
          const usual = card ? usualOf(contribution, card.kind) : "";
          return (
            <span key={column} className={classes.chip} title={say(note)}>
              <span className={classes.name}>{card?.name}</span>
              {card && value !== null && <b className={classes.value}>{formatCell(value, card.kind)}</b>}
              <span aria-hidden>{SIGN_OF_DIRECTION[direction]}</span>
              <span className={classes.spoken}>{t(`direction.${direction}`)}</span>
              {usual !== "" && <span className={classes.usual}>{usual}</span>}
            </span>
          );
        })}
    </>
  );
}
