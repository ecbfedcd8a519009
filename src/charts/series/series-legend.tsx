import { useWords } from "../../ui/use-words";
import { dashes, type StripLine } from "./detail-strip";
import classes from "./series-chart.module.css";

interface Props {
  /** Those of the only strip; empty where every strip has its name in it. */
  readonly lines: readonly StripLine[];
  readonly hasExpected: boolean;
  readonly hasLabelled: boolean;
  readonly hasIgnored: boolean;
  readonly left: number;
  readonly top: number;
}

/** Which line is which. */
export function SeriesLegend({ lines, hasExpected, hasLabelled, hasIgnored, left, top }: Props) {
  const { t } = useWords("series");
  const keys =
    lines.length > 1
      ? lines.map(({ channel }, at) => ({ name: channel.name, line: classes.line, dash: dashes[at % dashes.length] }))
      : [
          { name: lines[0]?.channel.name ?? t("chart.legend.actual"), line: classes.line, dash: "" },
          ...(hasExpected ? [{ name: t("chart.legend.expected"), line: classes.expected, dash: "4 3" }] : []),
          { name: t("chart.legend.flagged"), line: classes.strange, dash: "" },
        ];
  return (
    <div className={classes.legend} style={{ left, top }}>
      {keys.map(({ name, line, dash }, at) => (
        <span key={at} className={classes.key}>
          <svg width={20} height={8} aria-hidden="true">
            <line className={line} x1={1} x2={19} y1={4} y2={4} strokeDasharray={dash} />
          </svg>
          {name}
        </span>
      ))}
      {hasLabelled && (
        <span className={classes.key}>
          <svg width={20} height={12} aria-hidden="true">
            <rect className={classes.labelled} width={20} height={12} />
            <rect className={classes.labelledEdge} width={20} height={3} />
          </svg>
          {t("chart.legend.labelled")}
        </span>
      )}
      {hasIgnored && (
        <span className={classes.key}>
          <svg width={20} height={12} aria-hidden="true">
            <rect className={classes.ignored} width={20} height={12} />
          </svg>
          {t("chart.legend.ignored")}
        </span>
      )}
    </div>
  );
}
