import { memo, useMemo, useState } from "react";
import type { TrainingView } from "../../core/detect/training-view";
import { formatCount, formatNames, formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { widthOf } from "../axis/layout";
import { cutText } from "../axis/ticks";
import { outlineOf } from "../error-histogram/geometry";
import { ChartFrame } from "../frame/chart-frame";
import classes from "./made-columns.module.css";
import { madeColumnsOf, type MadeColumn } from "./geometry";

export interface MadeColumnsProps {
  readonly trainingView: Extract<TrainingView, { kind: "generated" }>;
  /** While the network still learns the columns keep their places; afterwards the most different come first. */
  readonly learning: boolean;
}

const COLUMNS_AT_FIRST = 12;
const MIN_CELL_PX = 118;
const KEYS_PX = 22;
const CELL_PX = 92;
const NAME_PX = 18;
const IMAGE_PX = 44;
const GAP_PX = 14;

/** What a generator makes beside what there is: two small histograms on each other, column by column. */
export const MadeColumns = memo(function MadeColumns({ trainingView, learning }: MadeColumnsProps) {
  const { t, i18n } = useWords("charts");
  const [showsAll, setShowsAll] = useState(false);
  const columns = useMemo(() => {
    const all = madeColumnsOf(trainingView);
    return learning ? all : all.sort((a, b) => b.difference - a.difference);
  }, [trainingView, learning]);
  const number = (value: number) => formatNumber(value, i18n.language);
  const spread = ({ low, median, high }: MadeColumn["realMiddle"]) =>
    t("made.spread", { median: number(median), low: number(low), high: number(high) });
  const table = () => ({
    columns: [t("made.column"), t("made.real"), t("made.made"), t("made.difference")],
    rows: columns.map((column) => [
      column.name,
      spread(column.realMiddle),
      spread(column.madeMiddle),
      number(column.difference),
    ]),
  });
  const shown = showsAll ? columns : columns.slice(0, COLUMNS_AT_FIRST);
  const controls = columns.length > COLUMNS_AT_FIRST && (
    <button type="button" className={classes.more} onClick={() => setShowsAll(!showsAll)}>
      {t(showsAll ? "made.fewer" : "made.all", {
        count: columns.length,
        shown: formatCount(columns.length, i18n.language),
      })}
    </button>
  );
  return (
    <ChartFrame
      title={t("made.title", { at: formatCount(trainingView.at, i18n.language) })}
      info={t("made.info")}
      table={table}
      controls={controls}
      empty={columns.length === 0 ? t("empty.made") : undefined}
    >
      {({ width }) => <Multiples columns={shown} width={width} />}
    </ChartFrame>
  );
});

function Multiples({ columns, width }: { readonly columns: readonly MadeColumn[]; readonly width: number }) {
  const { t, i18n } = useWords("charts");
  const most = Math.max(1, Math.floor((width + GAP_PX) / (MIN_CELL_PX + GAP_PX)));
  // As many in the last line as in the others.
  const perLine = Math.ceil(columns.length / Math.ceil(columns.length / most));
  const cell = (width - GAP_PX * (perLine - 1)) / perLine;
  const height = KEYS_PX + Math.ceil(columns.length / perLine) * CELL_PX;
  const number = (value: number) => formatNumber(value, i18n.language);
  const spoken = columns.map(({ name, difference }) => t("made.each", { name, difference: number(difference) }));
  return (
    <svg
      className={classes.plot}
      width={width}
      height={height}
      role="img"
      aria-label={formatNames(spoken, i18n.language)}
    >
      <g transform="translate(0 11)">
        <rect className={classes.real} y={-5} width={12} height={9} />
        <text className={classes.key} x={18} y={4}>
          {t("made.real")}
        </text>
        <g transform={`translate(${36 + widthOf(t("made.real"))} 0)`}>
          <path className={classes.made} d="M0.5 3.5V-4.5H11.5V3.5Z" />
          <text className={classes.key} x={18} y={4}>
            {t("made.made")}
          </text>
        </g>
      </g>
      {columns.map((column, at) => (
        <g
          key={column.name}
          transform={`translate(${(at % perLine) * (cell + GAP_PX)} ${KEYS_PX + Math.floor(at / perLine) * CELL_PX})`}
        >
          <title>{spoken[at]}</title>
          <text className={classes.name} y={12}>
            {cutText(column.name, Math.floor((cell - 34) / 6.8))}
          </text>
          <text className={classes.key} x={cell} y={12} textAnchor="end">
            {number(Number(column.difference.toFixed(2)))}
          </text>
          <Pair column={column} width={cell} />
        </g>
      ))}
    </svg>
  );
}

function Pair({ column, width }: { readonly column: MadeColumn; readonly width: number }) {
  const { i18n } = useWords("charts");
  const foot = NAME_PX + IMAGE_PX;
  const area = { left: 0, foot, width, height: IMAGE_PX };
  const most = Math.max(...column.real, ...column.made);
  return (
    <>
      <path className={classes.real} d={`${outlineOf(column.real, area, most)}Z`} />
      <path className={classes.made} d={outlineOf(column.made, area, most)} />
      <line className={classes.axis} x2={width} y1={foot + 0.5} y2={foot + 0.5} />
      <text className={classes.key} y={foot + 13}>
        {formatNumber(column.from, i18n.language, 2)}
      </text>
      <text className={classes.key} x={width} y={foot + 13} textAnchor="end">
        {formatNumber(column.to, i18n.language, 2)}
      </text>
    </>
  );
}
