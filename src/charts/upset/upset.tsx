import { formatCount, formatNames } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { widthOf } from "../axis/layout";
import { cutText } from "../axis/ticks";
import { ChartFrame } from "../frame/chart-frame";
import type { Size } from "../use-size";
import { upsetShape, type NamedSet, type UpsetPart } from "./geometry";
import { UpsetBarMark } from "./upset-bar";
import classes from "./upset.module.css";

export interface UpsetProps {
  readonly sets: readonly NamedSet[];
  /** Largest first. */
  readonly parts: readonly UpsetPart[];
  /** A bar was chosen: its position among the parts. */
  onPick(part: number): void;
}

/** Which rows are in exactly which sets: a bar for every combination, its sets dotted below it (Lex et al. 2014). */
export function Upset(props: UpsetProps) {
  const { t, i18n } = useWords("charts");
  const { sets, parts } = props;
  const table = () => ({
    columns: [t("upset.sets"), t("upset.rows")],
    rows: parts
      .slice(0, 200)
      .map((part) => [namesOf(part, sets, i18n.language), formatCount(part.count, i18n.language)]),
    of: parts.length,
  });
  return (
    <ChartFrame
      title={t("upset.title")}
      info={t("upset.info")}
      table={table}
      empty={parts.length === 0 ? t("upset.none") : undefined}
    >
      {(size) => <Plot {...props} size={size} />}
    </ChartFrame>
  );
}

function namesOf({ members }: UpsetPart, sets: readonly NamedSet[], locale: string): string {
  return formatNames(
    members.map((set) => sets[set]?.label ?? ""),
    locale,
  );
}

function Plot({ sets, parts, onPick, size }: UpsetProps & { readonly size: Size }) {
  const { t, i18n } = useWords("charts");
  const said = (count: number) => formatCount(count, i18n.language);
  const longest = Math.max(0, ...sets.map(({ label, count }) => widthOf(`${label} ${count}`) * 1.15 + 24));
  const left = Math.min(longest, size.width * 0.45);
  const shape = upsetShape(sets.length, parts, { left, width: size.width, height: size.height });
  return (
    <svg className={classes.plot} width={size.width} height={size.height} role="group" aria-label={t("upset.title")}>
      {shape.lines.map((y, at) => (
        <g key={at}>
          {at % 2 === 0 && (
            <rect className={classes.band} width={size.width} y={y - shape.lineHeight / 2} height={shape.lineHeight} />
          )}
          <text className={classes.label} x={4} y={y + 4}>
            {cutText(sets[at]?.label ?? "", Math.max(3, Math.floor((left - 44) / 7)))}
          </text>
          <text className={classes.quiet} x={left - 8} y={y + 4} textAnchor="end">
            {said(sets[at]?.count ?? 0)}
          </text>
        </g>
      ))}
      {shape.bars.map((bar) => {
        const part = parts[bar.part]!;
        const label = t("upset.bar", {
          count: part.count,
          shown: said(part.count),
          names: namesOf(part, sets, i18n.language),
        });
        return (
          <UpsetBarMark
            key={bar.part}
            bar={bar}
            width={shape.barWidth}
            height={size.height}
            label={label}
            count={said(part.count)}
            onPick={() => onPick(bar.part)}
          />
        );
      })}
      {shape.left > 0 && (
        <text className={classes.quiet} x={size.width - 4} y={12} textAnchor="end">
          {t("upset.more", { count: shape.left, shown: said(shape.left) })}
        </text>
      )}
    </svg>
  );
}
