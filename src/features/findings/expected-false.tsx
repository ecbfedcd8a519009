import { SegmentedControl, Text, Tooltip } from "@mantine/core";
import { useId } from "react";
import { falseNames, falseOnes, type FalseName } from "../../core/score/calibrated";
import type { RunResult } from "../../engine/protocol";
import type { Threshold } from "../../state/threshold";
import { useActions } from "../../state/use-session";
import { formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./findings-panel.module.css";

interface Props {
  readonly id: string;
  readonly result: RunResult;
  readonly threshold: Threshold;
}

/** How many false ones a person accepts; where the threshold was moved by hand, none of the usual numbers holds. */
export function ExpectedFalse({ id, result, threshold }: Props) {
  const { t, i18n } = useWords("findings");
  const { setThreshold } = useActions();
  const label = useId();
  const present = result.suggestions.find(({ value }) => value === threshold.value)?.name;
  return (
    <div className={classes.expected}>
      <Tooltip label={t("expected-help")} multiline maw={280}>
        <Text size="xs" c="dimmed" id={label} tabIndex={0}>
          {t("expected")}
        </Text>
      </Tooltip>
      <SegmentedControl
        size="xs"
        aria-labelledby={label}
        value={present ?? ""}
        data={falseNames.map((value) => ({ value, label: formatNumber(falseOnes[value], i18n.language) }))}
        // Its values are the names given above.
        onChange={(name) => setThreshold(id, { kind: "named", name: name as FalseName })}
      />
    </div>
  );
}
