import { formatCount, formatNumber, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { widthOf, type Layout } from "../axis/layout";
import classes from "./threshold-line.module.css";
import type { Threshold } from "./use-threshold";

interface Props {
  readonly threshold: Threshold;
  readonly layout: Layout;
  readonly sorted: Float64Array;
  /** Whether the number of flagged rows is written beside the line. */
  readonly labelled: boolean;
}

/** The line where strange begins: drawn, draggable, a slider for keyboard and screen reader. */
export function ThresholdLine({ threshold, layout, sorted, labelled }: Props) {
  const { t, i18n } = useWords("charts");
  const locale = i18n.language;
  const upright = threshold.along === "x";
  const { left, top, plotWidth, plotHeight } = layout;
  const said = t("threshold.flagged", {
    count: threshold.flagged,
    shown: formatCount(threshold.flagged, locale),
    share: formatPercent(sorted.length ? threshold.flagged / sorted.length : 0, locale),
  });
  const roomRight = left + plotWidth - threshold.pixel > widthOf(said) + 12;
  const handle = upright
    ? { x: threshold.pixel, y: top + plotHeight / 2 }
    : { x: left + plotWidth - 14, y: threshold.pixel };
  const grip = upright
    ? { left: threshold.pixel, top, height: plotHeight }
    : { left, top: threshold.pixel, width: plotWidth };

  return (
    <>
      <svg className={classes.layer} width={layout.width} height={layout.height} aria-hidden="true">
        <line
          className={classes.line}
          x1={upright ? threshold.pixel : left}
          x2={upright ? threshold.pixel : left + plotWidth}
          y1={upright ? top : threshold.pixel}
          y2={upright ? top + plotHeight : threshold.pixel}
        />
        <rect
          className={classes.handle}
          x={handle.x - (upright ? 5 : 11)}
          y={handle.y - (upright ? 11 : 5)}
          width={upright ? 10 : 22}
          height={upright ? 22 : 10}
          rx={5}
        />
        {labelled && upright && (
          <text
            className={classes.label}
            x={threshold.pixel + (roomRight ? 8 : -8)}
            y={top + 12}
            textAnchor={roomRight ? "start" : "end"}
          >
            {said}
          </text>
        )}
        {labelled && !upright && (
          <text
            className={classes.label}
            x={left + plotWidth - 32}
            y={threshold.pixel - (threshold.pixel - top > 18 ? 6 : -15)}
            textAnchor="end"
          >
            {said}
          </text>
        )}
      </svg>
      <div
        className={upright ? classes.gripX : classes.gripY}
        style={grip}
        role="slider"
        tabIndex={0}
        aria-label={t("threshold.name")}
        aria-orientation={upright ? "horizontal" : "vertical"}
        aria-valuemin={sorted[sorted.length - 1] ?? 0}
        aria-valuemax={sorted[0] ?? 0}
        aria-valuenow={threshold.value}
        aria-valuetext={t("threshold.value", { threshold: formatNumber(threshold.value, locale, 4), flagged: said })}
        data-export="skip"
        {...threshold.handlers}
      />
    </>
  );
}
