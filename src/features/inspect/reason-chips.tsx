import type { RowExplanation } from "../../core/explain/explanation";
import { useSession } from "../../state/use-session";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./reason-chips.module.css";

const MAX_CHIPS = 3;
const SIGN_OF_DIRECTION = { high: "↑", low: "↓", rare: "◇", missing: "∅", combination: "⁘" } as const;

/** The main reasons of a row: column and sign, the sentence on hover. Hundreds may be on screen, so they are plain elements. */
export function ReasonChips({ explanation }: { readonly explanation: RowExplanation | undefined }) {
  const { t } = useWords("inspect");
  const columns = useSession((state) => state.dataset?.columns);
  const say = useNote();
  if (!explanation || !columns) return <span className={classes.waiting} aria-hidden />;
  return (
    <>
      {explanation.contributions
        .filter(({ share }) => share > 0)
        .slice(0, MAX_CHIPS)
        .map(({ column, direction, note }) => (
          <span key={column} className={classes.chip} title={say(note)}>
            <span className={classes.name}>{columns[column]?.name}</span>
            <span aria-hidden>{SIGN_OF_DIRECTION[direction]}</span>
            <span className={classes.spoken}>{t(`direction.${direction}`)}</span>
          </span>
        ))}
    </>
  );
}
