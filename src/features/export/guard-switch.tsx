import { Switch } from "@mantine/core";
import { useMemo } from "react";
import type { ExportRequest, FormulasRequest } from "../../engine/protocol";
import { useQuery } from "../../state/use-query";
import { useStart } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";

/** The whole file is looked through: not for every step of a threshold that is being moved. */
const COUNT_REST_MS = 400;

interface Props {
  readonly isOn: boolean;
  readonly request: ExportRequest;
  onChange(isOn: boolean): void;
}

/** Whether cells that a spreadsheet would run get an apostrophe, and how many that are. */
export function GuardSwitch({ isOn, request, onChange }: Props) {
  const { t, i18n } = useWords("export");
  const count = useFormulas(request, isOn);
  const known = count !== null && t("format.guard-count", { count, formatted: formatCount(count, i18n.language) });
  return (
    <Switch
      checked={isOn}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      label={t("format.guard")}
      description={isOn ? [t("format.guard-help"), known].filter(Boolean).join(" ") : t("format.guard-off")}
    />
  );
}

/** How many cells are concerned; null where that is not known yet, or not wanted. */
function useFormulas({ run, rows, threshold, cells }: ExportRequest, isWanted: boolean): number | null {
  const start = useStart();
  const question = useMemo<FormulasRequest | null>(
    () => (isWanted ? { run, rows, threshold, cells } : null),
    [isWanted, run, rows, threshold, cells],
  );
  const { answer } = useQuery<FormulasRequest, number>(
    question,
    (about, signal) => {
      const job = start("formulas", about, () => undefined);
      signal.addEventListener("abort", () => job.cancel());
      return job.result;
    },
    { restMs: COUNT_REST_MS },
  );
  return answer;
}
