import { useMemo, useState, type PointerEvent } from "react";
import type { Metric } from "../../core/detect/context";
import { formatCount, formatNames, formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { layoutOf, plotHeightOf } from "../axis/layout";
import { roundNumbers } from "../axis/ticks";
import { ChartFrame } from "../frame/chart-frame";
import { Tip } from "../frame/tip";
import type { Size } from "../use-size";
import classes from "./loss-chart.module.css";
import { curvesOf, stepRows, valueAxis, wantsLog, type Curve } from "./geometry";

export interface LossChartProps {
  /** Losses unless told: or the share of what is answered rightly. */
  readonly what?: "loss" | "accuracy";
  readonly metrics: readonly Metric[];
  /** The name of a metric for people; by default the name it has. */
  readonly nameOf?: (name: string) => string;
  /** Unset: logarithmic where the values allow it and it helps. */
  readonly log?: boolean;
  /** The last step there can be, so that the axis rests while the curves grow. */
  readonly steps?: number | undefined;
  /** The step whose weights are used, once that is settled. */
  readonly kept?: number | undefined;
}

const KEYS_PX = 22;
const HEAD_PX = 20;
const MAX_TABLE_POINTS = 300;
const strokes = ["var(--ae-text)", "var(--ae-ordinary)"];
const dashes = ["", "6 3", "2 3", "8 3 2 3"];

/** Training curves as they grow. Drawn without a chart library, because a training redraws them ten times a second. */
export function LossChart({ what = "loss", metrics, nameOf = (name) => name, log, steps = 0, kept }: LossChartProps) {
  const { t, i18n } = useWords("charts");
  const curves = useMemo(() => curvesOf(metrics), [metrics]);
  const table = () => ({
    columns: [t("loss.at"), ...curves.map((curve) => nameOf(curve.name))],
    rows: stepRows(curves, 200).map((row) => [
      formatCount(row["at"] ?? NaN, i18n.language),
      ...curves.map((_, index) => formatNumber(row[String(index)] ?? NaN, i18n.language, 4)),
    ]),
  });
  return (
    <ChartFrame
      title={t(what === "loss" ? "loss.title" : "loss.accuracyTitle")}
      info={t(what === "loss" ? "loss.info" : "loss.accuracyInfo")}
      table={table}
      empty={curves.length === 0 ? t("empty.metrics") : undefined}
    >
      {(size) => (
        <>
          <Keys names={curves.map(({ name }) => nameOf(name))} />
          <Plot
            curves={curves}
            nameOf={nameOf}
            log={log ?? (what === "loss" && wantsLog(curves))}
            steps={steps}
            kept={kept}
            size={{ width: size.width, height: size.height - KEYS_PX }}
          />
        </>
      )}
    </ChartFrame>
  );
}

interface PlotProps {
  readonly curves: readonly Curve[];
  readonly nameOf: (name: string) => string;
  readonly log: boolean;
  readonly steps: number;
  readonly kept: number | undefined;
  readonly size: Size;
}

function Plot({ curves, nameOf, log, steps, kept, size }: PlotProps) {
  const { t, i18n } = useWords("charts");
  const locale = i18n.language;
  const [hovered, setHovered] = useState<number | null>(null);
  const rows = useMemo(() => stepRows(curves, MAX_TABLE_POINTS), [curves]);
  const { domain, ticks } = useMemo(() => valueAxis(curves, log), [curves, log]);
  const height = plotHeightOf(size, HEAD_PX);
  const share = (value: number) =>
    log ? shareOf(Math.log(value), Math.log(domain[0]), Math.log(domain[1])) : shareOf(value, domain[0], domain[1]);
  const yTicks = ticks.map((value) => ({ position: share(value), label: formatNumber(value, locale) }));
  const layout = layoutOf(size, yTicks, HEAD_PX);
  const foot = HEAD_PX + height;
  const last = Math.max(steps, rows.at(-1)?.["at"] ?? 0, 1);
  const x = (at: number) => layout.left + (at / last) * layout.plotWidth;
  const y = (value: number) => foot - height * share(value);
  const said = (row: Readonly<Record<string, number>> | undefined) => {
    const each = curves.map(({ name }, index) => {
      const value = formatNumber(row?.[String(index)] ?? NaN, locale, 4);
      return t("loss.each", { name: nameOf(name), value });
    });
    return t("loss.tip", { at: formatCount(row?.["at"] ?? 0, locale), each: formatNames(each, locale) });
  };
  const hover = ({ nativeEvent }: PointerEvent) => {
    const at = ((nativeEvent.offsetX - layout.left) / layout.plotWidth) * last;
    setHovered(nearest(rows, at));
  };
  const tipped = hovered === null ? undefined : rows[hovered];

  return (
    <div className={classes.plot}>
      <svg
        width={size.width}
        height={size.height}
        role="img"
        aria-label={said(rows.at(-1))}
        onPointerMove={hover}
        onPointerLeave={() => setHovered(null)}
      >
        {yTicks.map(({ position, label }) => (
          <g key={label} transform={`translate(0 ${foot - position * height})`}>
            <line className={classes.grid} x1={layout.left} x2={layout.left + layout.plotWidth} />
            <text x={layout.left - 6} y={4} textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        {roundNumbers(0, last, Math.max(2, Math.floor(layout.plotWidth / 60))).map((at) => (
          <g key={at} transform={`translate(${x(at)} ${foot})`}>
            <line className={classes.axis} y2={4} />
            <text y={16} textAnchor="middle">
              {formatCount(at, locale)}
            </text>
          </g>
        ))}
        <line className={classes.axis} x1={layout.left} x2={layout.left + layout.plotWidth} y1={foot} y2={foot} />
        <text className={classes.name} x={layout.left + layout.plotWidth} y={size.height - 4} textAnchor="end">
          {t("loss.x")}
        </text>
        {log && (
          <text className={classes.name} x={4} y={10}>
            {t("loss.yLog")}
          </text>
        )}
        {curves.map((curve, index) => (
          <path
            key={curve.name}
            className={classes.curve}
            stroke={strokes[index % strokes.length]}
            strokeDasharray={dashes[index % dashes.length]}
            d={pathOf(rows, index, x, y)}
          />
        ))}
        {kept !== undefined && (
          <g className={classes.kept} transform={`translate(${x(kept)} 0)`}>
            <line y1={HEAD_PX - 6} y2={foot} />
            <text x={kept > last / 2 ? -5 : 5} y={HEAD_PX + 3} textAnchor={kept > last / 2 ? "end" : "start"}>
              {t("loss.kept", { at: formatCount(kept, locale) })}
            </text>
          </g>
        )}
        {tipped && (
          <line className={classes.axis} x1={x(tipped["at"] ?? 0)} x2={x(tipped["at"] ?? 0)} y1={HEAD_PX} y2={foot} />
        )}
      </svg>
      {tipped && (
        <Tip x={x(tipped["at"] ?? 0)} y={HEAD_PX} within={size}>
          {said(tipped)}
        </Tip>
      )}
    </div>
  );
}

function shareOf(value: number, from: number, to: number): number {
  return to > from ? (value - from) / (to - from) : 0.5;
}

function nearest(rows: readonly Readonly<Record<string, number>>[], at: number): number | null {
  let best: number | null = null;
  const distance = (index: number) => Math.abs((rows[index]?.["at"] ?? Infinity) - at);
  for (const index of rows.keys()) if (best === null || distance(index) < distance(best)) best = index;
  return best;
}

/** One curve through the rows that have its value; a single one is a dot. */
function pathOf(
  rows: readonly Readonly<Record<string, number>>[],
  curve: number,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  const points = rows.flatMap((row) => {
    const value = row[String(curve)];
    return value === undefined ? [] : [`${x(row["at"] ?? 0).toFixed(1)} ${y(value).toFixed(1)}`];
  });
  return points.length === 1 ? `M${points[0]}h0.1` : `M${points.join("L")}`;
}

/** Which line is which. Training curves end close together, so that names at their ends would lie on each other. */
function Keys({ names }: { readonly names: readonly string[] }) {
  return (
    <div className={classes.keys} style={{ height: KEYS_PX }}>
      {names.map((name, index) => (
        <span key={name} className={classes.key}>
          <svg width={22} height={8} aria-hidden="true">
            <line
              x1={0}
              x2={22}
              y1={4}
              y2={4}
              stroke={strokes[index % strokes.length]}
              strokeDasharray={dashes[index % dashes.length]}
              strokeWidth={2}
            />
          </svg>
          {name}
        </span>
      ))}
    </div>
  );
}
