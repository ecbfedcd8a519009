import { Text } from "@mantine/core";
import type { ColumnCard } from "../../engine/protocol";
import { useZoneWords } from "./use-zone-words";
import { formatNames } from "../../ui/format";
import { useWords } from "../../ui/use-words";

const MAX_NAMES = 5;

/** In which zone the times of the file are shown, once for all columns of each zone. */
export function ZoneLines({ columns }: { readonly columns: readonly ColumnCard[] }) {
  const { t, i18n } = useWords("prepare");
  const say = useZoneWords();
  // Several zones are told among what was not read as it stands.
  const zones = new Set(columns.flatMap(({ zone }) => (zone === undefined || zone === "several" ? [] : [zone])));
  return [...zones].map((zone) => {
    const names = columns.filter((column) => column.zone === zone).map(({ name }) => name);
    const few = [...names.slice(0, MAX_NAMES), ...(names.length > MAX_NAMES ? ["…"] : [])];
    const told = formatNames(few, i18n.language);
    return (
      <Text key={zone} size="sm" c="dimmed">
        {t("report.column", { column: told, why: say(zone) })}
      </Text>
    );
  });
}
