import { Switch } from "@mantine/core";
import type { ExportRequest } from "../../engine/protocol";
import { formatCount, joinSentences } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { useCellCount } from "./use-cell-count";

interface Props {
  readonly isOn: boolean;
  readonly request: ExportRequest;
  onChange(isOn: boolean): void;
}

/** Whether cells that a spreadsheet would run get an apostrophe, and how many that are. */
export function GuardSwitch({ isOn, request, onChange }: Props) {
  const { t, i18n } = useWords("export");
  const count = useCellCount(request, isOn ? "formulas" : null);
  const known = count === null ? "" : t("format.guard-count", { count, formatted: formatCount(count, i18n.language) });
  return (
    <Switch
      checked={isOn}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      label={t("format.guard")}
      description={isOn ? joinSentences([t("format.guard-help"), known], i18n.language) : t("format.guard-off")}
    />
  );
}
