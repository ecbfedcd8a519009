import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCount, formatNumber, formatTime } from "../../ui/format";
import { ChartFrame } from "../frame/chart-frame";
import { mapAxis, type AxisKind } from "./shape";
import { ScatterPlot } from "./scatter-plot";

export interface ScatterProps {
  readonly title?: string;
  readonly controls?: ReactNode;
  /** Source rows of the points, strangest first; `x`, `y` and `unusualness` in the same order. */
  readonly rows: Uint32Array;
  /** Numbers, epoch milliseconds, or codes of the levels (-1: missing). */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xKind: AxisKind;
  readonly yKind: AxisKind;
  readonly xLevels: readonly string[] | null;
  readonly yLevels: readonly string[] | null;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Unset: logarithmic where the tail of a number column is heavy. */
  readonly xLog?: boolean;
  readonly yLog?: boolean;
  /** How many of the first points are flagged. */
  readonly flaggedCount: number;
  /** 0 to 100. */
  readonly unusualness: Float32Array | null;
  readonly selectedRow: number | null;
  readonly hoveredRow: number | null;
  /** How a row is named to people; by default “Row 1” for the first. */
  readonly rowName?: (row: number) => string;
  onHover(row: number | null): void;
  onSelect(row: number): void;
  /** Rows in the box drawn, or null when the box is dropped. */
  onBox(rows: Uint32Array | null): void;
}

/** One value of an axis in words. */
export type Say = (value: number) => string;

/** Points of two columns or components; flagged rows are diamonds on top. */
export function Scatter(props: ScatterProps) {
  const { t, i18n } = useTranslation("charts");
  const { rows, x, y, xKind, yKind, xLevels, yLevels, xLog, yLog, unusualness, flaggedCount } = props;
  const locale = i18n.language;
  const axes = useMemo(
    () => ({ x: mapAxis(x, xKind, xLevels, rows, xLog), y: mapAxis(y, yKind, yLevels, rows, yLog) }),
    [rows, x, y, xKind, yKind, xLevels, yLevels, xLog, yLog],
  );
  const drawable = useMemo(
    () => axes.x.positions.some((position, at) => !Number.isNaN(position + (axes.y.positions[at] ?? NaN))),
    [axes],
  );

  const sayOf =
    (kind: AxisKind, levels: readonly string[] | null): Say =>
    (value) => {
      if (kind === "category" || kind === "text") return levels?.[value] ?? t("scatter.missing");
      if (Number.isNaN(value)) return t("scatter.missing");
      return kind === "time" ? formatTime(value, locale) : formatNumber(value, locale, 4);
    };
  const sayX = sayOf(xKind, xLevels);
  const sayY = sayOf(yKind, yLevels);
  const rowName = props.rowName ?? ((row: number) => t("rowName", { row: formatCount(row + 1, locale) }));

  const table = () => {
    const shown = Math.min(200, flaggedCount, rows.length);
    return {
      columns: [t("scatter.row"), props.xLabel, props.yLabel, ...(unusualness ? [t("scatter.unusual")] : [])],
      rows: [...rows.subarray(0, shown)].map((row, at) => [
        rowName(row),
        sayX(x[at] ?? NaN),
        sayY(y[at] ?? NaN),
        ...(unusualness ? [formatNumber(unusualness[at] ?? NaN, locale)] : []),
      ]),
      of: flaggedCount,
    };
  };

  return (
    <ChartFrame
      title={props.title ?? t("scatter.title")}
      info={t("scatter.info")}
      controls={props.controls}
      table={table}
      empty={drawable ? undefined : t("empty.points")}
    >
      {(size) => <ScatterPlot {...props} axes={axes} sayX={sayX} sayY={sayY} rowName={rowName} size={size} />}
    </ChartFrame>
  );
}
