import { Center, Loader } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { TokenSequence } from "../../charts/events/token-sequence";
import { scoreOutOf100 } from "../../core/score/score-scale";
import type { EventSequences } from "../../engine/protocol";
import { useShownResultOf } from "../../state/kinds/use-row-kind";
import { shownThresholdOf } from "../../state/threshold";
import { levelOf, useEventScores, useEventSequences } from "../../state/use-events";
import { useActions, useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import classes from "./events-panel.module.css";
import { SequenceList } from "./sequence-list";
import { placesOf, sequencesByScore, strangestRows } from "./sequences-by-score";

/** The rows as events: their sequences, the strangest first, and the open one token by token. */
export function EventsPanel() {
  const { answer, failure, isStale } = useEventSequences();
  const { t } = useWords("series");
  if (failure) return <FailedAlert m="sm" color="red" failure={failure} />;
  if (!answer)
    return (
      <Center h={300} role="status" aria-label={t("loading")}>
        <Loader size="sm" />
      </Center>
    );
  return <Events events={answer} isStale={isStale} />;
}

function Events({ events, isStale }: { readonly events: EventSequences; readonly isStale: boolean }) {
  const { t } = useWords("series");
  const { select, notice } = useActions();
  const result = useShownResultOf("events");
  const threshold = useSession(shownThresholdOf)?.value ?? Infinity;
  const selectedRow = useSession((state) => state.viewState.selectedRow);
  const { answer: ofEvents, failure } = useEventScores();
  const broken = useMemo(() => strangestRows(events, ofEvents?.scores ?? null), [events, ofEvents]);
  const ranked = useMemo(() => sequencesByScore(events, result?.scores ?? null), [events, result]);
  const placeOf = useMemo(() => placesOf(events), [events]);
  const place = selectedRow === null ? null : placeOf(selectedRow);
  const [opened, open] = useState<number | null>(null);
  const [followed, follow] = useState<number | null>(null);
  if (selectedRow !== followed) {
    follow(selectedRow);
    if (place) open(place.sequence);
  }
  const sequence = opened ?? ranked.order[0] ?? 0;
  const start = events.starts[sequence] ?? 0;
  const length = (events.starts[sequence + 1] ?? start) - start;
  const rowOf = (event: number) => events.rows[start + event] ?? 0;

  // Whole sequences are scored: next and previous go from one to the next, to the event that broke its pattern.
  const level = levelOf(result);
  useEffect(() => {
    if (level !== "sequence") return;
    const flagged = ranked.order.filter((one) => (ranked.peaks[one] ?? NaN) >= threshold);
    notice({ stops: flagged.map((one) => broken[one] ?? 0) });
    return () => notice({ stops: null });
  }, [level, ranked, threshold, broken, notice]);

  const name = events.names[sequence] ?? "";
  return (
    <>
      {failure && <FailedAlert m="sm" color="red" failure={failure} />}
      <div className={classes.panel} {...staleProps(isStale)}>
        {events.names.length > 1 && <SequenceList {...{ events, ranked, threshold }} opened={sequence} onOpen={open} />}
        <div className={classes.tokens}>
          <TokenSequence
            key={sequence}
            title={name === "" ? t("tokens.title-stream") : t("tokens.title", { name })}
            length={length}
            vocabulary={events.vocabulary}
            wholes={level === "sequence"}
            tokenAt={(event) => {
              const row = rowOf(event);
              const told = level === "sequence" ? ofEvents : result;
              const score = told?.scores[row] ?? NaN;
              return {
                symbol: events.vocabulary[events.symbols[start + event] ?? 0] || t("settings.missing-symbol"),
                score100: told && !Number.isNaN(score) ? scoreOutOf100(score, told.scale) : NaN,
                flagged:
                  level === "event"
                    ? score >= threshold
                    : ofEvents !== null && broken[sequence] === row && (ranked.peaks[sequence] ?? NaN) >= threshold,
              };
            }}
            selected={place?.sequence === sequence ? place.event : -1}
            onSelect={(event) => select(rowOf(event))}
          />
        </div>
      </div>
    </>
  );
}
