import type { ColumnCard } from "../../engine/protocol";
import { ColumnHistogram } from "../../charts/column-histogram/column-histogram";
import { formatCount, formatNumber, formatPercent, formatTime } from "../../ui/format";
import { useWords, type MessageBelow } from "../../ui/use-words";
import classes from "./column-list.module.css";

const MAX_LEVELS_TOLD = 8;

/** A column's values in figures: their spread, or the most frequent of them. */
export function ColumnFigures({ card }: { readonly card: ColumnCard }) {
  const { t, knows, i18n } = useWords("prepare");
  const { numeric, levels, rows, missing, infinite, distinct } = card.profile;
  const show = (value: number) =>
    card.kind === "time" ? formatTime(value, i18n.language) : formatNumber(value, i18n.language);
  const count = (value: number) => formatCount(value, i18n.language);
  const part = (value: number) => formatPercent(value / Math.max(rows, 1), i18n.language);

  const facts: (readonly [MessageBelow<"prepare", "figures">, string])[] = [
    ["missing", missing === 0 ? count(0) : t("figures.countAndShare", { count: count(missing), share: part(missing) })],
    ["distinct", count(distinct)],
  ];
  if (infinite > 0) facts.push(["infinite", count(infinite)]);
  if (numeric) {
    facts.push(
      ["min", show(numeric.min)],
      ["q05", show(numeric.q05)],
      ["q25", show(numeric.q25)],
      ["median", show(numeric.median)],
      ["q75", show(numeric.q75)],
      ["q95", show(numeric.q95)],
      ["max", show(numeric.max)],
    );
    if (card.kind === "number") facts.push(["mean", show(numeric.mean)], ["sd", show(numeric.sd)]);
  }

  const helpOf = (name: string) => {
    const key = `figures.help.${name}`;
    return knows(key) ? t(key) : undefined;
  };
  return (
    <section aria-label={t("figures.title")} className={classes.figures}>
      {numeric && (
        <div className={classes.histogram}>
          <ColumnHistogram
            name={card.name}
            values={{ kind: "bins", ...numeric }}
            time={card.kind === "time"}
            marker={null}
            typical={{ low: numeric.q25, high: numeric.q75 }}
          />
        </div>
      )}
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={classes.fact}>
            <dt title={helpOf(name)}>{t(`figures.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!numeric && levels && levels.length > 0 && (
        <ol className={classes.levels} aria-label={t("figures.levels")}>
          {levels.slice(0, MAX_LEVELS_TOLD).map(({ level, count: times }) => (
            <li key={level}>
              <span className={classes.level} title={level}>
                {level}
              </span>
              <span className={classes.levelBars}>
                <span className={classes.levelBar} style={{ width: `${(times / (levels[0]?.count ?? 1)) * 100}%` }} />
              </span>
              <span className={classes.levelShare}>{part(times)}</span>
            </li>
          ))}
          {distinct > MAX_LEVELS_TOLD && (
            <li>{t("figures.moreLevels", { levels: count(distinct - MAX_LEVELS_TOLD) })}</li>
          )}
        </ol>
      )}
    </section>
  );
}
