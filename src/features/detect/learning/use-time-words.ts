import { formatCount } from "../../../ui/format";
import { useWords } from "../../../ui/use-words";

/** Says a time that is left: whole seconds, or minutes where it is long. */
export function useTimeWords(): (seconds: number) => string {
  const { t, i18n } = useWords("detect");
  return (seconds) =>
    seconds < 90
      ? t("run.seconds", { seconds: formatCount(Math.max(1, Math.ceil(seconds)), i18n.language) })
      : t("run.minutes", { minutes: formatCount(Math.ceil(seconds / 60), i18n.language) });
}
