import { useId } from "react";
import type { Confusion } from "../../core/score/confusion";
import { formatCount, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./confusion-table.module.css";
import { shownClasses } from "./shown-classes";

interface Props {
  readonly confusion: Confusion;
  /** What one of the rows is called: the context of messages that speak of it. */
  readonly noun: string;
}

const [RIGHT, WRONG] = ["var(--ae-ordinary)", "var(--ae-strange)"];
/** Percent of the colour, so that the count on it can be read. */
const MAX_SHADE = 35;

/** For each class in the table, which classes a detector takes its rows for: right is the diagonal. */
export function ConfusionTable({ confusion, noun }: Props) {
  const { t, i18n } = useWords("charts");
  const id = useId();
  const { names, rows, right, mostFrequent, unseen } = confusion;
  const count = (number: number) => formatCount(number, i18n.language);
  const percent = (number: number) => formatPercent(number / rows, i18n.language);
  const shown = shownClasses(confusion);
  const left = names.length - shown.length;
  return (
    <section aria-labelledby={id} className={classes.root}>
      <h3 id={id} className={classes.title}>
        {t("confusion.title")}
      </h3>
      <p className={classes.said}>
        {t(unseen ? "confusion.unseen" : "confusion.learned", {
          context: noun,
          rows: count(rows),
          right: count(right),
          percent: percent(right),
          usual: percent(mostFrequent),
        })}
      </p>
      <div className={classes.scroller} tabIndex={0} role="group" aria-label={t("confusion.title")}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("confusion.corner")}</th>
              {shown.map((place) => (
                <th key={place} scope="col">
                  {names[place]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((own) => (
              <tr key={own}>
                <th scope="row">{names[own]}</th>
                {shown.map((taken) => (
                  <Cell
                    key={taken}
                    count={confusion.counts[own]?.[taken] ?? 0}
                    of={confusion.counts[own]?.reduce((sum, one) => sum + one, 0) ?? 0}
                    isRight={own === taken}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && <p className={classes.said}>{t("confusion.left", { count: left, formatted: count(left) })}</p>}
    </section>
  );
}

function Cell({ count, of, isRight }: { readonly count: number; readonly of: number; readonly isRight: boolean }) {
  const { i18n } = useWords("charts");
  const shade = of > 0 ? Math.round((MAX_SHADE * count) / of) : 0;
  return (
    <td
      data-right={isRight || undefined}
      style={{ background: `color-mix(in srgb, ${isRight ? RIGHT : WRONG} ${shade}%, transparent)` }}
    >
      {formatCount(count, i18n.language)}
    </td>
  );
}
