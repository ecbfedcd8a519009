import { useTranslation } from "react-i18next";
import { formatCount, formatNumber, formatPercent } from "../../ui/format";
import { widthOf, type Layout } from "../axis/layout";
import classes from "./cut-line.module.css";
import type { Cut } from "./use-cut";

interface Props {
  readonly cut: Cut;
  readonly layout: Layout;
  readonly sorted: Float64Array;
  /** Whether the number of flagged rows is written beside the line. */
  readonly labelled: boolean;
}

/** The line where strange begins: drawn, draggable, a slider for keyboard and screen reader. */
export function CutLine({ cut, layout, sorted, labelled }: Props) {
  const { t, i18n } = useTranslation("charts");
  const locale = i18n.language;
  const upright = cut.along === "x";
  const { left, top, plotWidth, plotHeight } = layout;
  const said = t("cut.flagged", {
    count: cut.flagged,
    shown: formatCount(cut.flagged, locale),
    share: formatPercent(sorted.length ? cut.flagged / sorted.length : 0, locale),
  });
  const roomRight = left + plotWidth - cut.pixel > widthOf(said) + 12;
  const handle = upright ? { x: cut.pixel, y: top + plotHeight / 2 } : { x: left + plotWidth - 14, y: cut.pixel };
  const grip = upright ? { left: cut.pixel, top, height: plotHeight } : { left, top: cut.pixel, width: plotWidth };

  return (
    <>
      <svg className={classes.layer} width={layout.width} height={layout.height} aria-hidden="true">
        <line
          className={classes.line}
          x1={upright ? cut.pixel : left}
          x2={upright ? cut.pixel : left + plotWidth}
          y1={upright ? top : cut.pixel}
          y2={upright ? top + plotHeight : cut.pixel}
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
            x={cut.pixel + (roomRight ? 8 : -8)}
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
            y={cut.pixel - (cut.pixel - top > 18 ? 6 : -15)}
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
        aria-label={t("cut.name")}
        aria-orientation={upright ? "horizontal" : "vertical"}
        aria-valuemin={sorted[sorted.length - 1] ?? 0}
        aria-valuemax={sorted[0] ?? 0}
        aria-valuenow={cut.value}
        aria-valuetext={t("cut.value", { cut: formatNumber(cut.value, locale, 4), flagged: said })}
        data-export="skip"
        {...cut.handlers}
      />
    </>
  );
}
