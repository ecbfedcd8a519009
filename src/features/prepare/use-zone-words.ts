import { type TimeZone, zoneName } from "../../core/data/time-zone";
import { useWords } from "../../ui/use-words";

/** Says in which zone times are shown. */
export function useZoneWords(): (zone: TimeZone) => string {
  const { t } = useWords("prepare");
  return (zone) => (typeof zone === "number" ? t("zone.one", { zone: zoneName(zone) }) : t(`zone.${zone}`));
}
