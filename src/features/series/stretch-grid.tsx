import { useEffect, useRef, type KeyboardEvent } from "react";
import type { Stretch } from "../../engine/protocol";
import { useChosen } from "../../state/use-chosen";
import { useStretches } from "../../state/use-stretches";
import { useSeriesOverview } from "../../state/use-series";
import { useActions, useSession } from "../../state/use-session";
import { formatNames, formatNumber } from "../../ui/format";
import { staleProps } from "../../ui/stale";
import { useListWindow } from "../../ui/use-list-window";
import { useDuration } from "../../ui/use-duration";
import { useTimeWords } from "../../ui/use-time-words";
import { useWords, type MessageBelow } from "../../ui/use-words";
import classes from "./stretch-table.module.css";

const ROW_PX = 32;

/** One line for each flagged stretch, the highest peak first; choosing one shows it in the chart and opens its reasons. */
export function StretchGrid() {
  const { t, i18n } = useWords("series");
  const { found, isStale } = useStretches();
  const { answer: overview } = useSeriesOverview(null);
  const chosen = useChosen();
  const columns = useSession((state) => state.dataset?.columns);
  const { select } = useActions();
  const scroller = useRef<HTMLDivElement>(null);
  const stretches = found?.stretches ?? [];
  const rows = useListWindow({ count: stretches.length, scroller, sizeOf: () => ROW_PX });
  const words = useTimeWords(overview?.isClock ?? false);
  const duration = useDuration(overview?.unitMs ?? null);
  const at = chosen?.stretch ? stretches.indexOf(chosen.stretch) : -1;
  const { scrollToIndex } = rows;
  useEffect(() => {
    if (at >= 0) scrollToIndex(at);
  }, [at, scrollToIndex]);
  const isMany = (overview?.series.length ?? 1) > 1;
  const hasChannels = (overview?.channels.length ?? 1) > 1;
  const step = overview?.step ?? 0;
  const kind = `${isMany ? "many" : "one"}-${hasChannels ? "wide" : "narrow"}`;
  const number = (value: number) => formatNumber(value, i18n.language);

  const cells: readonly {
    readonly id: MessageBelow<"series", "table.column">;
    readonly of: (stretch: Stretch) => string;
  }[] = [
    ...(isMany ? [{ id: "series" as const, of: ({ series }: Stretch) => overview?.series[series]?.name ?? "" }] : []),
    { id: "start", of: ({ from }) => words(from) },
    { id: "end", of: ({ to }) => words(to) },
    { id: "duration", of: ({ from, to, steps }) => duration(to - from + step, steps) },
    { id: "peak", of: ({ peak }) => number(peak) },
    ...(hasChannels
      ? [
          {
            id: "channels" as const,
            of: ({ channels }: Stretch) =>
              formatNames(
                channels
                  .filter(({ share }, index) => index === 0 || share >= 0.2)
                  .map(({ column }) => columns?.[column]?.name ?? ""),
                i18n.language,
              ),
          },
        ]
      : []),
    {
      id: "departure",
      of: ({ channels: [first] }) =>
        first
          ? t("table.departure", {
              actual: number(first.actual),
              expected: number(first.expected),
              times: number(Number(first.times.toPrecision(2))),
            })
          : "",
    },
  ];

  function onKeyDown(event: KeyboardEvent): void {
    const next = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: stretches.length - 1 }[event.key];
    if (next === undefined || stretches.length === 0) return;
    event.preventDefault();
    select(stretches[Math.min(stretches.length - 1, next)]?.peakRow ?? null);
  }

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      tabIndex={0}
      aria-label={t("table.label")}
      {...staleProps(isStale)}
      aria-rowcount={stretches.length + 1}
      aria-colcount={cells.length}
      {...(at >= 0 ? { "aria-activedescendant": `stretch-${at}` } : {})}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={classes.head} data-kind={kind}>
        {cells.map(({ id }) => (
          <span key={id} role="columnheader" className={classes.cell} data-cell={id}>
            {t(`table.column.${id}`)}
          </span>
        ))}
      </div>
      <div className={classes.canvas} style={{ height: rows.getTotalSize() }} role="presentation">
        {rows.getVirtualItems().map(({ index, start }) => {
          const stretch = stretches[index];
          return (
            stretch && (
              <div
                key={index}
                id={`stretch-${index}`}
                role="row"
                tabIndex={-1}
                aria-rowindex={index + 2}
                aria-selected={index === at}
                className={classes.row}
                data-kind={kind}
                style={{ top: start }}
                onClick={() => select(stretch.peakRow)}
              >
                {cells.map(({ id, of }) => (
                  <span key={id} role="gridcell" className={classes.cell} data-cell={id} title={of(stretch)}>
                    {of(stretch)}
                  </span>
                ))}
              </div>
            )
          );
        })}
      </div>
      {found && stretches.length === 0 && <p className={classes.empty}>{t("table.empty")}</p>}
      {found && found.total > stretches.length && (
        <p className={classes.empty}>{t("table.first", { shown: stretches.length, all: found.total })}</p>
      )}
    </div>
  );
}
