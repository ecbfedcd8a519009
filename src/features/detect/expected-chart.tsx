import { ExpectedPlot } from "../../charts/expected/expected-plot";
import { sourceRowOf } from "../../core/data/dataset";
import type { RunResult } from "../../engine/protocol";
import { useCall } from "../../state/use-call";
import { useSession } from "../../state/use-session";
import { useLateThresholdIn, useShownResult } from "../../state/use-shown";
import { FailedAlert } from "../../ui/failed-alert";
import { staleProps } from "../../ui/stale";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./detector-panel.module.css";

/** Of a detector that expects a number: what it is beside what was expected. */
export function ExpectedChart() {
  const result = useShownResult();
  return result && <ChartOf result={result} />;
}

function ChartOf({ result }: { readonly result: RunResult }) {
  const { value } = useLateThresholdIn(result);
  const { answer, failure, isStale } = useCall("expectedPoints", { run: result.key }, { keep: () => true });
  const { t, i18n } = useWords("detect");
  const sourceRows = useSession((state) => state.dataset?.sourceRows ?? null);
  if (failure) return <FailedAlert m="sm" variant="default" failure={failure} />;
  if (!answer) return null;
  const { column, rows } = answer;
  const strange = rows.findIndex((row) => !((result.scores[row] ?? NaN) >= value));
  return (
    <div className={classes.expected} {...staleProps(isStale)}>
      <ExpectedPlot
        column={column}
        values={answer}
        flagged={strange < 0 ? rows.length : strange}
        nameOf={(at) =>
          t("expected.row", { row: formatCount(sourceRowOf({ sourceRows }, rows[at] ?? 0), i18n.language) })
        }
      />
    </div>
  );
}
