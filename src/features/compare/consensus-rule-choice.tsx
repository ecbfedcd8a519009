import { SegmentedControl, Text } from "@mantine/core";
import { useId } from "react";
import { consensusRules } from "../../core/score/consensus";
import { useActions, useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import classes from "./compare-screen.module.css";

/** Whether a row must be strange to all detectors or to one. */
export function ConsensusRuleChoice() {
  const { t } = useWords("compare");
  const { setConsensus } = useActions();
  const rule = useSession((state) => state.history.present.consensus.rule);
  const id = useId();
  return (
    <div className={classes.rule}>
      <Text size="sm" id={id}>
        {t("consensus.rule")}
      </Text>
      <SegmentedControl
        size="xs"
        aria-labelledby={id}
        data={consensusRules.map((value) => ({ value, label: t(`consensus.${value}`) }))}
        value={rule}
        onChange={(value) => setConsensus({ rule: value })} // Its values are the rules given above.
      />
      <Text size="xs" c="dimmed" className={classes.help ?? ""}>
        {t(`consensus.help.${rule}`)}
      </Text>
    </div>
  );
}
