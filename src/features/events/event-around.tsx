import { Button, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import type { EventSequences } from "../../engine/protocol";
import { useEventScores, useEventSequences } from "../../state/use-events";
import { useActions } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { placesOf, strangestRows } from "./sequences-by-score";

/** Where an event stands in its sequence, and, where sequences are scored as a whole, which event of it broke the pattern. */
export function EventAround({ row }: { readonly row: number }) {
  const { answer, failure } = useEventSequences();
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  return answer && <InSequence row={row} events={answer} />;
}

function InSequence({ row, events }: { readonly row: number; readonly events: EventSequences }) {
  const { t, i18n } = useWords("series");
  const { select } = useActions();
  const { answer: ofEvents, failure } = useEventScores();
  const placeOf = useMemo(() => placesOf(events), [events]);
  const broken = useMemo(() => ofEvents && strangestRows(events, ofEvents.scores), [events, ofEvents]);
  const place = placeOf(row);
  if (!place) return null;
  const { sequence, event } = place;
  const start = events.starts[sequence] ?? 0;
  const name = events.names[sequence] ?? "";
  const number = (value: number) => formatCount(value, i18n.language);
  const strangest = broken?.[sequence] ?? null;
  const at = strangest === null ? 0 : (placeOf(strangest)?.event ?? 0);
  return (
    <section aria-label={t("event.title")}>
      <Title order={3} size="sm" mb={4}>
        {t("event.title")}
      </Title>
      <Text size="sm">
        {t(name === "" ? "event.place-stream" : "event.place", {
          name,
          place: number(event + 1),
          length: number((events.starts[sequence + 1] ?? start) - start),
        })}{" "}
        {strangest === row && t("event.broke")}
      </Text>
      {failure && <FailedAlert variant="default" failure={failure} />}
      {strangest !== null && strangest !== row && (
        <Button size="compact-xs" variant="subtle" mt={4} onClick={() => select(strangest)}>
          {t("event.to-broken", {
            symbol: events.vocabulary[events.symbols[start + at] ?? 0] || t("settings.missing-symbol"),
            place: number(at + 1),
          })}
        </Button>
      )}
    </section>
  );
}
