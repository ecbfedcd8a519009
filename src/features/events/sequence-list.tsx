import { useRef, type KeyboardEvent } from "react";
import type { EventSequences } from "../../engine/protocol";
import { formatCount, formatNumber } from "../../ui/format";
import { useListWindow } from "../../ui/use-list-window";
import { useWords } from "../../ui/use-words";
import classes from "./events-panel.module.css";
import type { RankedSequences } from "./sequences-by-score";

interface Props {
  readonly events: EventSequences;
  readonly ranked: RankedSequences;
  readonly threshold: number;
  readonly opened: number;
  onOpen(sequence: number): void;
}

const LINE_PX = 28;

/** The sequences, the strangest first, with their length and highest score. */
export function SequenceList({ events, ranked: { order, peaks }, threshold, opened, onOpen }: Props) {
  const { t, i18n } = useWords("series");
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useListWindow({ count: order.length, scroller, sizeOf: () => LINE_PX });

  function onKeyDown(event: KeyboardEvent): void {
    const at = order.indexOf(opened);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const kept = Math.max(0, Math.min(order.length - 1, next));
    const sequence = order[kept];
    if (sequence === undefined) return;
    onOpen(sequence);
    lines.scrollToIndex(kept);
  }

  return (
    <section className={classes.sequences}>
      <h3 className={classes.title}>
        {t("sequences.count", { count: order.length, formatted: formatCount(order.length, i18n.language) })}
      </h3>
      <div
        ref={scroller}
        className={classes.scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t("sequences.title")}
        aria-activedescendant={`sequence-${opened}`}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ height: lines.getTotalSize(), position: "relative" }}>
          {lines.getVirtualItems().map(({ index, start }) => {
            const sequence = order[index] ?? 0;
            const length = (events.starts[sequence + 1] ?? 0) - (events.starts[sequence] ?? 0);
            const peak = peaks[sequence] ?? NaN;
            return (
              <div
                key={sequence}
                id={`sequence-${sequence}`}
                role="option"
                tabIndex={-1}
                aria-selected={sequence === opened}
                aria-posinset={index + 1}
                aria-setsize={order.length}
                className={classes.sequence}
                data-flagged={peak >= threshold || undefined}
                style={{ top: start, height: LINE_PX }}
                onClick={() => onOpen(sequence)}
              >
                <span className={classes.name} title={events.names[sequence]}>
                  {events.names[sequence]}
                </span>
                <span className={classes.quiet}>{t("sequences.length", { count: length })}</span>
                <span className={classes.number}>{formatNumber(peak, i18n.language)}</span>
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}
