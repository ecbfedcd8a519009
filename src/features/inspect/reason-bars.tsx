import { Text } from "@mantine/core";
import { useMemo } from "react";
import { ContributionBars } from "../../charts/contribution-bars/contribution-bars";
import type { RowExplanation } from "../../core/explain/explanation";
import { useSession } from "../../state/use-session";
import { useNote } from "../../ui/use-note";
import classes from "./why-panel.module.css";

const MAX_BARS = 10;
const LINE_PX = 24;
const FRAME_PX = 40;

/** What each column adds to the score, or takes from it, and how that was found. */
export function ReasonBars({ explanation }: { readonly explanation: RowExplanation }) {
  const columns = useSession((state) => state.dataset?.columns);
  const say = useNote();
  const shares = useMemo(
    () => explanation.contributions.map(({ column, share }) => ({ label: columns?.[column]?.name ?? "", share })),
    [explanation, columns],
  );
  const lines = Math.min(MAX_BARS, Math.max(1, shares.length));
  return (
    <div>
      <div className={classes.bars} style={{ height: FRAME_PX + lines * LINE_PX }}>
        <ContributionBars shares={shares} />
      </div>
      <Text size="xs" c="dimmed">
        {say(explanation.method)}
      </Text>
    </div>
  );
}
