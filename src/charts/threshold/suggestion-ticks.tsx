import { useMemo, useState } from "react";
import type { Suggestion } from "../../core/score/threshold";
import { formatCount, formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import type { Layout } from "../axis/layout";
import { positionOf, type Scale } from "../axis/scale";
import { Tip } from "../frame/tip";
import { spreadApart } from "./spread";
import classes from "./suggestion-ticks.module.css";

/** Pixels above the plot area that the ticks need. */
export const suggestionRoom = 44;

const buttonWidth = 48;

interface Props {
  readonly layout: Layout;
  readonly scale: Scale;
  readonly suggestions: readonly Suggestion[];
  readonly threshold: number;
  onThreshold(value: number): void;
}

/** Named thresholds as small buttons above the plot, each with a leader to its place on the axis. */
export function SuggestionTicks({ layout, scale, suggestions, threshold, onThreshold }: Props) {
  const { t, i18n } = useWords("charts");
  const [spoken, setSpoken] = useState<number | null>(null);
  const placed = useMemo(() => {
    const inside = (value: number) => Math.max(0, Math.min(1, positionOf(scale, value) || 0));
    const ordered = [...suggestions].sort((a, b) => a.value - b.value);
    const marks = ordered.map((suggestion) => layout.left + inside(suggestion.value) * layout.plotWidth);
    const places = spreadApart(marks, buttonWidth, buttonWidth / 2, layout.width - buttonWidth / 2);
    return ordered.map((suggestion, at) => ({ suggestion, mark: marks[at] ?? 0, place: places[at] ?? 0 }));
  }, [layout, scale, suggestions]);

  const describe = ({ name, value, count }: Suggestion) =>
    t("suggestion.tip", {
      name: t(`suggestion.${name}.name`),
      threshold: formatNumber(value, i18n.language),
      count,
      shown: formatCount(count, i18n.language),
    });
  const spokenOf = spoken === null ? undefined : placed[spoken];
  const foot = layout.top - 4;

  return (
    <>
      <svg className={classes.leaders} width={layout.width} height={layout.height} aria-hidden="true">
        {placed.map(({ suggestion, mark, place }) => (
          <g key={suggestion.name}>
            <path d={`M${place} ${foot - 16}L${mark} ${foot - 5}`} className={classes.leader} />
            <path d={`M${mark - 4} ${foot - 6}h8l-4 7Z`} className={classes.mark} />
          </g>
        ))}
      </svg>
      <div className={classes.row} style={{ top: foot - 36 }} role="group" aria-label={t("suggestion.group")}>
        {placed.map(({ suggestion, place }, at) => (
          <button
            type="button"
            key={suggestion.name}
            className={classes.button}
            style={{ left: place, maxWidth: buttonWidth }}
            aria-pressed={suggestion.value === threshold}
            aria-label={t("suggestion.label", {
              short: t(`suggestion.${suggestion.name}.short`),
              tip: describe(suggestion),
            })}
            onClick={() => onThreshold(suggestion.value)}
            onPointerEnter={() => setSpoken(at)}
            onPointerLeave={() => setSpoken(null)}
            onFocus={() => setSpoken(at)}
            onBlur={() => setSpoken(null)}
          >
            {t(`suggestion.${suggestion.name}.short`)}
          </button>
        ))}
      </div>
      {spokenOf && (
        <Tip x={spokenOf.place} y={foot - 12} within={layout}>
          {describe(spokenOf.suggestion)}
        </Tip>
      )}
    </>
  );
}
