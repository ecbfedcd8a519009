import { useMemo } from "react";
import { formatCount, formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { layoutOf, plotHeightOf, titleRoom } from "../axis/layout";
import { PlotAxes } from "../axis/plot-axes";
import { positionOf } from "../axis/scale";
import { numberTicks } from "../axis/ticks";
import { ChartFrame } from "../frame/chart-frame";
import type { Size } from "../use-size";
import { bandOutline, expectedScales, type ExpectedValues } from "./geometry";
import classes from "./expected-plot.module.css";

interface Props {
  readonly column: string;
  readonly values: ExpectedValues;
  /** So many of the points, the first, are flagged. */
  readonly flagged: number;
  /** What a point is called, by its place. */
  nameOf(at: number): string;
}

/** Rows in the table of the chart. */
const MAX_TOLD = 50;

/** Actual values over what the other columns lead to, with the band in which nineteen of twenty lie. */
export function ExpectedPlot(props: Props) {
  const { t, i18n } = useWords("charts");
  const { column, values, flagged, nameOf } = props;
  const say = (value: number) => formatNumber(value, i18n.language, 4);
  const table = () => ({
    columns: [t("expected.row"), t("expected.actual", { column }), t("expected.expected"), t("expected.band")],
    rows: Array.from({ length: Math.min(MAX_TOLD, values.actual.length) }, (_, at) => [
      nameOf(at),
      say(values.actual[at]!), // one for each
      say(values.expected[at]!), // one for each
      t("expected.between", { low: say(values.low[at]!), high: say(values.high[at]!) }), // one for each
    ]),
  });
  return (
    <ChartFrame
      title={t("expected.title", { column })}
      info={t("expected.info", { count: flagged, shown: formatCount(flagged, i18n.language) })}
      table={table}
      empty={values.actual.length === 0 ? t("empty.scores") : undefined}
    >
      {(size) => <Plot {...props} size={size} />}
    </ChartFrame>
  );
}

function Plot({ column, values, flagged, size }: Props & { readonly size: Size }) {
  const { t, i18n } = useWords("charts");
  const locale = i18n.language;
  const { layout, xTicks, yTicks, band, equal, ordinary, strange } = useMemo(() => {
    const { x, y } = expectedScales(values);
    const vertical = numberTicks(y, plotHeightOf(size, titleRoom), 34, locale);
    const settled = layoutOf(size, vertical, titleRoom);
    const pixels = ([across, up]: readonly [number, number]) =>
      `${(settled.left + across * settled.plotWidth).toFixed(1)} ${(settled.top + (1 - up) * settled.plotHeight).toFixed(1)}`;
    // A line of no length with round ends is a dot: a path holds thousands of them.
    const dots = (from: number, to: number) =>
      Array.from(values.actual.subarray(from, to), (value, at): [number, number] => [
        positionOf(x, values.expected[from + at]!), // one for each
        positionOf(y, value),
      ])
        .filter((point) => point.every(Number.isFinite))
        .map((point) => `M${pixels(point)}h0`)
        .join("");
    const [first, last] = [Math.max(x.min, y.min), Math.min(x.max, y.max)];
    return {
      layout: settled,
      xTicks: numberTicks(x, settled.plotWidth, 56, locale),
      yTicks: vertical,
      band: `M${bandOutline(values, x, y).map(pixels).join("L")}Z`,
      equal:
        first < last
          ? `M${pixels([positionOf(x, first), positionOf(y, first)])}L${pixels([positionOf(x, last), positionOf(y, last)])}`
          : "",
      ordinary: dots(flagged, values.actual.length),
      strange: dots(0, flagged),
    };
  }, [values, flagged, size, locale]);
  return (
    <>
      <PlotAxes
        layout={layout}
        xTicks={xTicks}
        yTicks={yTicks}
        xLabel={t("expected.expected")}
        yLabel={t("expected.actual", { column })}
      />
      <svg className={classes.layer} width={layout.width} height={layout.height} aria-hidden="true">
        <path d={band} className={classes.band} />
        <path d={equal} className={classes.equal} />
        <path d={ordinary} className={classes.ordinary} />
        <path d={strange} className={classes.strange} />
      </svg>
    </>
  );
}
