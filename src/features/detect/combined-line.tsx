import { Button, Radio, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { CONSENSUS, GUIDED } from "../../core/detect/run-key";
import { useActions, useSession } from "../../state/use-session";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useWords } from "../../ui/use-words";
import classes from "./detector-panel.module.css";
import { RunLine } from "./run-line";

interface Props {
  readonly group: string;
}

/** The picked detectors as one score, once two of them are done. */
export function ConsensusLine({ group }: Props) {
  const { t } = useWords("compare");
  const { goTo } = useActions();
  return (
    <CombinedLine id={CONSENSUS} group={group}>
      <Button size="compact-xs" variant="subtle" onClick={() => goTo("compare")}>
        {t("line.compare")}
      </Button>
    </CombinedLine>
  );
}

/** The same, corrected by what a person said of rows, once anything was said. */
export function GuidedLine({ group }: Props) {
  const { t } = useWords("judge");
  const told = useSession(({ history }) => history.present.marks.filter(({ verdict }) => verdict !== "unsure").length);
  return (
    <CombinedLine id={GUIDED} group={group}>
      {told > 0 && (
        <Text size="xs" c="dimmed">
          {t("learned", { count: told })}
        </Text>
      )}
    </CombinedLine>
  );
}

function CombinedLine({ id, group, children }: Props & { readonly id: string; readonly children: ReactNode }) {
  const words = useDetectorWords();
  const { show } = useActions();
  const run = useSession((state) => state.runs[id]);
  const isShown = useSession((state) => state.history.present.shown === id);
  const isOnlyAwaited = run?.status === "waiting" && run.result === null && !isShown;
  if (!run || isOnlyAwaited) return null;
  const label = words({ id }, "label", id);
  return (
    <div className={classes.line} data-shown={isShown || undefined}>
      <div className={classes.lineHead}>
        <Radio
          size="xs"
          className={classes.radio}
          name={group}
          value={id}
          label={label}
          checked={isShown}
          onChange={() => show(id)}
        />
        {children}
      </div>
      <div className={classes.lineBody}>
        <RunLine detector={id} label={label} run={run} />
      </div>
    </div>
  );
}
