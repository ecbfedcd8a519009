import { SegmentedControl, Table, Text } from "@mantine/core";
import { useMemo } from "react";
import { ColumnHistogram } from "../../../charts/column-histogram/column-histogram";
import type { EventsKind } from "../../../core/kinds/events-kind";
import type { EventSequences } from "../../../engine/protocol";
import { useEventSequences } from "../../../state/use-events";
import { useRowKind } from "../../../state/kinds/use-row-kind";
import { useActions } from "../../../state/use-session";
import { FailedAlert } from "../../../ui/failed-alert";
import { useNote } from "../../../ui/use-note";
import { formatCount, formatPercent } from "../../../ui/format";
import { useWords } from "../../../ui/use-words";
import { ColumnSelect } from "../row-kind/column-select";
import { lengthBins } from "./length-bins";
import classes from "../row-kind/row-kind.module.css";

const MAX_SYMBOLS_SHOWN = 100;

/** How rows become events of sequences, and what events there are. */
export function EventsSettings() {
  const rowKind = useRowKind("events");
  return rowKind && <Settings rowKind={rowKind} />;
}

function Settings({ rowKind }: { readonly rowKind: EventsKind }) {
  const { t } = useWords("series");
  const { setRecipe } = useActions();
  const { answer: events, failure } = useEventSequences();
  const change = (part: Partial<EventsKind>) => setRecipe({ rowKind: { ...rowKind, ...part } });
  return (
    <div className={classes.settings}>
      <div className={classes.fields}>
        <ColumnSelect
          label={t("settings.symbol")}
          kinds={["category"]}
          value={rowKind.symbol}
          onChange={(symbol) => change({ symbol: symbol ?? rowKind.symbol })}
        />
        <ColumnSelect
          label={t("settings.sequence")}
          none={t("settings.one-stream")}
          kinds={["category", "text", "number"]}
          value={rowKind.sequence}
          onChange={(sequence) => change({ sequence })}
        />
        <ColumnSelect
          label={t("settings.order")}
          none={t("settings.file-order")}
          kinds={["time", "number"]}
          value={rowKind.time}
          onChange={(time) => change({ time })}
        />
        <div>
          <Text size="xs" fw={500} mb={4}>
            {t("settings.level")}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t("settings.level")}
            data={(["event", "sequence"] as const).map((value) => ({ value, label: t(`settings.levels.${value}`) }))}
            value={rowKind.level}
            onChange={(level) => change({ level })} // Its values are those given above.
          />
        </div>
      </div>
      {failure && <FailedAlert variant="default" failure={failure} />}
      {events && <Vocabulary events={events} />}
    </div>
  );
}

function Vocabulary({ events }: { readonly events: EventSequences }) {
  const { t, i18n } = useWords("series");
  const say = useNote();
  const { vocabulary, counts, names, starts, rows, notes } = events;
  const bins = useMemo(() => lengthBins(starts), [starts]);
  const number = (value: number) => formatCount(value, i18n.language);
  return (
    <>
      <Text size="sm">
        {t("settings.sequences", {
          count: names.length,
          formatted: number(names.length),
          events: number(rows.length),
        })}
      </Text>
      {notes.length > 0 && (
        <ul className={classes.notes} aria-label={t("settings.notes")}>
          {notes.map((note) => (
            <li key={note.code}>{say(note)}</li>
          ))}
        </ul>
      )}
      {names.length > 1 && (
        <div className={classes.lengths}>
          <ColumnHistogram
            name={t("lengths.title")}
            values={{ kind: "bins", ...bins }}
            time={false}
            marker={null}
            typical={null}
          />
        </div>
      )}
      <div className={classes.symbols} role="region" aria-label={t("settings.vocabulary")} tabIndex={0}>
        <Table fz="xs" verticalSpacing={3} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("settings.vocabulary")}</Table.Th>
              <Table.Th ta="right">{t("settings.count")}</Table.Th>
              <Table.Th ta="right">{t("settings.share")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {vocabulary.slice(0, MAX_SYMBOLS_SHOWN).map((symbol, at) => (
              <Table.Tr key={symbol}>
                <Table.Td>{symbol === "" ? t("settings.missing-symbol") : symbol}</Table.Td>
                <Table.Td ta="right">{number(counts[at] ?? 0)}</Table.Td>
                <Table.Td ta="right">
                  {formatPercent((counts[at] ?? 0) / Math.max(1, rows.length), i18n.language)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {vocabulary.length > MAX_SYMBOLS_SHOWN && (
          <Text size="xs" c="dimmed" p="xs">
            {t("settings.more-symbols", { count: vocabulary.length - MAX_SYMBOLS_SHOWN })}
          </Text>
        )}
      </div>
    </>
  );
}
