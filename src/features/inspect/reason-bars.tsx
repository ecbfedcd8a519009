import { Text } from "@mantine/core";
import { useMemo } from "react";
import { ContributionBars } from "../../charts/contribution-bars/contribution-bars";
import type { RowExplanation } from "../../core/explain/explanation";
import { useSession } from "../../state/use-session";
import { formatPercent, joinSentences } from "../../ui/format";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./why-panel.module.css";

const MAX_BARS = 10;
const LINE_PX = 24;
const FRAME_PX = 40;
/** Less than this is lost in rounding. */
const LEAST_REST = 0.005;

/** What each column adds to the score, or takes from it, and how that was found. */
export function ReasonBars({ explanation }: { readonly explanation: RowExplanation }) {
  const columns = useSession((state) => state.dataset?.columns);
  const say = useNote();
  const { t, i18n } = useWords("inspect");
  const shares = useMemo(
    () => explanation.contributions.map(({ column, share }) => ({ label: columns?.[column]?.name ?? "", share })),
    [explanation, columns],
  );
  const rest = 1 - shares.reduce((sum, { share }) => sum + Math.abs(share), 0);
  const lines = Math.min(MAX_BARS, Math.max(1, shares.length));
  return (
    <div>
      <div className={classes.bars} style={{ height: FRAME_PX + lines * LINE_PX }}>
        <ContributionBars shares={shares} />
      </div>
      <Text size="xs" c="dimmed">
        {joinSentences(
          [
            say(explanation.method),
            shares.length > 0 && rest >= LEAST_REST ? t("why.rest", { share: formatPercent(rest, i18n.language) }) : "",
          ],
          i18n.language,
        )}
      </Text>
    </div>
  );
}
