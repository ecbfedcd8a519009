import { Button, Radio } from "@mantine/core";
import { CONSENSUS } from "../../core/detect/run-key";
import { useActions, useSession } from "../../state/use-session";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useWords } from "../../ui/use-words";
import classes from "./detector-panel.module.css";
import { RunLine } from "./run-line";

/** The picked detectors as one score, once two of them are done. */
export function ConsensusLine({ group }: { readonly group: string }) {
  const { t } = useWords("compare");
  const words = useDetectorWords();
  const { show, goTo } = useActions();
  const run = useSession((state) => state.runs[CONSENSUS]);
  const isShown = useSession((state) => state.history.present.shown === CONSENSUS);
  const isOnlyAwaited = run?.status === "waiting" && run.result === null && !isShown;
  if (!run || isOnlyAwaited) return null;
  const label = words({ id: CONSENSUS }, "label", CONSENSUS);
  return (
    <div className={classes.line} data-shown={isShown || undefined}>
      <div className={classes.lineHead}>
        <Radio
          size="xs"
          className={classes.radio}
          name={group}
          value={CONSENSUS}
          label={label}
          checked={isShown}
          onChange={() => show(CONSENSUS)}
        />
        <Button size="compact-xs" variant="subtle" onClick={() => goTo("compare")}>
          {t("line.compare")}
        </Button>
      </div>
      <div className={classes.lineBody}>
        <RunLine detector={CONSENSUS} label={label} run={run} />
      </div>
    </div>
  );
}
