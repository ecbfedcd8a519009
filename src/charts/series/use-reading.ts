import { useState, type KeyboardEvent } from "react";
import { formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import type { DetailLines } from "./series-chart-props";
import { bucketAt, nearestBucket, type TimeSpan } from "./time-line";
import { useTimeWords } from "../../ui/use-time-words";

/** Channels that a sentence names. */
const MAX_CHANNELS_NAMED = 6;

/** What is read of the series at one time: under the pointer, or stepped to by arrow keys. */
export function useReading(detail: DetailLines | null, isClock: boolean, labelled: readonly TimeSpan[]) {
  const { t, i18n } = useWords("series");
  const words = useTimeWords(isClock);
  const [time, setTime] = useState<number | null>(null);
  const [told, setTold] = useState("");
  const times = detail?.times ?? NO_TIMES;
  const bucket = time === null ? -1 : nearestBucket(times, time);

  const sentenceOf = (at: number): string => {
    const number = (value: number | undefined) => formatNumber(value ?? NaN, i18n.language, 4);
    const each = (detail?.channels ?? []).slice(0, MAX_CHANNELS_NAMED).map(({ name, low, high, expected }) => {
      const value = low[at] === high[at] ? number(low[at]) : `${number(low[at])} – ${number(high[at])}`;
      const hoped = expected?.low[at] ?? NaN;
      return Number.isNaN(hoped)
        ? t("chart.tip.value", { name, value })
        : t("chart.tip.expected", { name, value, expected: number(hoped) });
    });
    const score = detail?.scores[at] ?? NaN;
    const scored = Number.isNaN(score) ? t("chart.tip.no-score") : t("chart.tip.score", { score: number(score) });
    const time = times[at] ?? NaN;
    const known = labelled.some(({ from, to }) => time >= from && time <= to) ? [t("chart.tip.labelled")] : [];
    return [words(time), ...each, scored, ...known].join(" · ");
  };

  return {
    /** Time of the bucket that is read; null: none. */
    time: times[bucket] ?? null,
    sentence: bucket < 0 ? "" : sentenceOf(bucket),
    /** Read out when it changes. */
    told,
    point: setTime,
    /** Steps to the next bucket for an arrow key, from `middle` where nothing is read; the new time, null for other keys. */
    step({ key, shiftKey }: KeyboardEvent, middle: number): number | null {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
      if (by === undefined || times.length === 0) return null;
      const from = bucket < 0 ? bucketAt(times, middle) : bucket;
      const next = Math.max(0, Math.min(times.length - 1, from + by * (shiftKey ? 20 : 1)));
      setTime(times[next] ?? null);
      setTold(sentenceOf(next));
      return times[next] ?? null;
    },
  };
}

const NO_TIMES = new Float64Array(0);
