import { formatCount, formatNames, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { widthOf } from "../axis/layout";
import { cutText } from "../axis/ticks";
import { ChartFrame } from "../frame/chart-frame";
import type { Size } from "../use-size";
import classes from "./contribution-bars.module.css";
import { barsThatFit, shareAxis, shownShares, type NamedShare } from "./geometry";

export interface ContributionBarsProps {
  readonly shares: readonly NamedShare[];
}

const lineHeight = 24;
const valueRoom = 52;
/** Labels are set larger than the digits that widths are reckoned by. */
const LABEL_WIDTH_RATIO = 1.15;

/** Which columns make a row strange, strongest first: to the right stranger, to the left more ordinary. */
export function ContributionBars({ shares }: ContributionBarsProps) {
  const { t, i18n } = useWords("charts");
  const table = () => ({
    columns: [t("contributions.column"), t("contributions.share")],
    rows: shownShares(shares, 200).bars.map(({ label, share }) => [label, formatPercent(share, i18n.language)]),
    of: shares.length,
  });
  return (
    <ChartFrame
      title={t("contributions.title")}
      info={t("contributions.info")}
      table={table}
      empty={shares.length === 0 ? t("empty.contributions") : undefined}
    >
      {(size) => <Plot shares={shares} size={size} />}
    </ChartFrame>
  );
}

function Plot({ shares, size }: ContributionBarsProps & { readonly size: Size }) {
  const { t, i18n } = useWords("charts");
  const { bars, others } = shownShares(shares, barsThatFit(size.height, lineHeight, shares.length));
  const { min, max } = shareAxis(bars);
  const longest = Math.max(...bars.map(({ label }) => widthOf(label) * LABEL_WIDTH_RATIO + 12));
  const left = Math.min(longest, size.width * 0.4);
  const plotWidth = Math.max(20, size.width - left - valueRoom);
  const place = (share: number) => left + ((share - min) / (max - min)) * plotWidth;
  const percent = (share: number) => formatPercent(share, i18n.language);
  const zero = place(0);
  const spoken = bars.map(({ label, share }) => t("contributions.each", { label, share: percent(share) }));

  return (
    <svg
      className={classes.plot}
      width={size.width}
      height={size.height}
      role="img"
      aria-label={formatNames(spoken, i18n.language)}
    >
      {bars.map(({ label, share }, at) => {
        const end = place(share);
        const middle = (at + 0.5) * lineHeight;
        return (
          <g key={at}>
            <title>{spoken[at]}</title>
            <text className={classes.label} x={left - 8} y={middle + 4} textAnchor="end">
              {cutText(label, Math.floor((left - 8) / (6.4 * LABEL_WIDTH_RATIO)))}
            </text>
            <rect
              className={share >= 0 ? classes.stranger : classes.calmer}
              x={Math.min(zero, end)}
              y={middle - 7}
              width={Math.max(1, Math.abs(end - zero))}
              height={14}
            />
            <text className={classes.value} x={Math.max(zero, end) + 6} y={middle + 4}>
              {percent(share)}
            </text>
          </g>
        );
      })}
      <line className={classes.zero} x1={zero} x2={zero} y1={2} y2={bars.length * lineHeight - 2} />
      {others && (
        <text className={classes.value} x={left} y={(bars.length + 0.5) * lineHeight + 4}>
          {t("contributions.more", {
            count: others.count,
            shown: formatCount(others.count, i18n.language),
            share: percent(others.share),
          })}
        </text>
      )}
    </svg>
  );
}
