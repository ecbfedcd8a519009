import { useMemo } from "react";
import type { FlagColumn } from "../../engine/protocol";
import { namedInstance } from "../../state/catalogue";
import { usePanel } from "../../state/use-panel";
import { useInstanceName } from "../../ui/use-instance-name";
import { useWords } from "../../ui/use-words";

/** A column for each other detector that is done: whether it flags a row at its own threshold. */
export function useFlagColumns(but: string): readonly FlagColumn[] {
  const { t } = useWords("export");
  const panel = usePanel();
  const nameOf = useInstanceName();
  return useMemo(
    () =>
      panel
        .filter(({ detector }) => detector !== but)
        .map(({ detector, result, threshold }) => ({
          name: t("told.flagged-by", { detector: nameOf(namedInstance(detector)) }),
          run: result.key,
          threshold: threshold.value,
        })),
    [panel, but, nameOf, t],
  );
}
