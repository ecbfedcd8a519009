import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { formatCount, formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { layoutOf } from "../axis/layout";
import { linearScale, positionOf } from "../axis/scale";
import { numberTicks } from "../axis/ticks";
import { ChartFrame } from "../frame/chart-frame";
import type { Size } from "../use-size";
import { correlationPath, shownLags, windowAfterKey } from "./autocorrelation-geometry";
import classes from "./autocorrelation-chart.module.css";

interface Props {
  /** By lag in steps, from 0. */
  readonly correlation: Float64Array;
  readonly period: number | null;
  readonly window: number;
  readonly suggestedWindow: number;
  /** The longest window that can be chosen. */
  readonly most: number;
  /** Says how long so many steps are. */
  readonly stepWords: (steps: number) => string;
  onWindow(steps: number): void;
  onSettle(): void;
}

const MIN_WINDOW = 2;

/** How a series resembles itself some steps later, with the window as a line that is dragged, clicked or stepped. */
export function AutocorrelationChart(props: Props) {
  const { t, i18n } = useWords("series");
  const { correlation } = props;
  const table = () => {
    const every = Math.max(1, Math.ceil(correlation.length / 500));
    const rows: string[][] = [];
    for (let lag = 0; lag < correlation.length; lag += every)
      rows.push([formatCount(lag, i18n.language), formatNumber(correlation[lag] ?? NaN, i18n.language)]);
    return { columns: [t("lags.lag"), t("lags.correlation")], rows, of: correlation.length };
  };
  return (
    <ChartFrame
      title={t("lags.title")}
      info={t("lags.info")}
      table={table}
      empty={correlation.length < 3 ? t("lags.empty") : undefined}
    >
      {(size) => <Plot {...props} size={size} />}
    </ChartFrame>
  );
}

function Plot(props: Props & { readonly size: Size }) {
  const { correlation, period, window, suggestedWindow, most, stepWords, onWindow, onSettle, size } = props;
  const { t, i18n } = useWords("series");
  const locale = i18n.language;
  const held = useRef(false);
  const lags = shownLags(correlation.length, window, period);
  const y = linearScale(-1, 1);
  const yTicks = numberTicks(y, size.height - 40, 40, locale);
  const layout = layoutOf(size, yTicks, 18);
  const { left, top, plotWidth, plotHeight } = layout;
  const x = linearScale(0, lags);
  const xOf = (lag: number) => positionOf(x, lag) * plotWidth;
  const path = correlationPath(
    correlation,
    lags,
    (lag) => (lag / lags) * plotWidth,
    (value) => ((1 - value) / 2) * plotHeight,
  );
  const choose = (event: PointerEvent<HTMLElement>) => {
    const share = (event.clientX - event.currentTarget.getBoundingClientRect().left) / plotWidth;
    onWindow(Math.max(MIN_WINDOW, Math.min(most, Math.round(share * lags))));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = windowAfterKey(window, event.key, event.shiftKey, suggestedWindow);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onWindow(Math.max(MIN_WINDOW, Math.min(most, next)));
  };
  const marks = [
    { id: "window", lag: window, label: t("lags.window", { steps: stepWords(window) }), row: 0 },
    ...(period === null
      ? []
      : [{ id: "period", lag: period, label: t("lags.period", { steps: stepWords(period) }), row: 1 }]),
  ];
  return (
    <>
      <svg className={classes.layer} width={size.width} height={size.height} aria-hidden="true">
        <g transform={`translate(${left} ${top})`}>
          {yTicks.map(({ position, label }) => (
            <g key={label} transform={`translate(0 ${(1 - position) * plotHeight})`}>
              <line className={classes.grid} x2={plotWidth} />
              <text x={-6} y={4} textAnchor="end">
                {label}
              </text>
            </g>
          ))}
          <line className={classes.axis} x2={plotWidth} y1={plotHeight / 2} y2={plotHeight / 2} />
          <path className={classes.line} d={path} />
          {numberTicks(x, plotWidth, 72, locale).map(({ position, label }) => (
            <text key={label} x={position * plotWidth} y={plotHeight + 16} textAnchor="middle">
              {label}
            </text>
          ))}
          <text className={classes.title} x={plotWidth} y={plotHeight + 32} textAnchor="end">
            {t("lags.x")}
          </text>
          {marks.map(({ id, lag, label, row }) => {
            const toLeft = xOf(lag) > plotWidth * 0.6;
            return (
              lag <= lags && (
                <g key={id} transform={`translate(${xOf(lag)} 0)`}>
                  <line className={classes[id]} y2={plotHeight} />
                  {id === "window" && (
                    <rect className={classes.handle} x={-5} y={plotHeight / 2 - 11} width={10} height={22} rx={5} />
                  )}
                  <text
                    className={classes.mark}
                    x={toLeft ? -8 : 8}
                    y={row === 0 ? -5 : plotHeight - 6}
                    textAnchor={toLeft ? "end" : "start"}
                  >
                    {label}
                  </text>
                </g>
              )
            );
          })}
        </g>
      </svg>
      <div
        className={classes.surface}
        style={{ left, top, width: plotWidth, height: plotHeight }}
        role="slider"
        tabIndex={0}
        aria-label={t("lags.slider")}
        aria-valuemin={MIN_WINDOW}
        aria-valuemax={most}
        aria-valuenow={window}
        aria-valuetext={stepWords(window)}
        data-export="skip"
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          held.current = true;
          choose(event);
        }}
        onPointerMove={(event) => {
          if (held.current) choose(event);
        }}
        onPointerUp={() => {
          held.current = false;
          onSettle();
        }}
        onPointerCancel={() => {
          held.current = false;
        }}
      />
    </>
  );
}
