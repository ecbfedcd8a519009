import { Button, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { CONSENSUS, GUIDED, RULED } from "../../core/detect/run-key";
import { useActions, useSession } from "../../state/use-session";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useWords } from "../../ui/use-words";
import { RunChoice } from "./run-choice";

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

/** The same, under what a person said of all rows that filters let through. */
export function RuledLine({ group }: Props) {
  const { t } = useWords("judge");
  const rules = useSession(({ history }) => history.present.rules.length);
  return (
    <CombinedLine id={RULED} group={group}>
      <Text size="xs" c="dimmed">
        {t("rules.count", { count: rules })}
      </Text>
    </CombinedLine>
  );
}

function CombinedLine({ id, group, children }: Props & { readonly id: string; readonly children: ReactNode }) {
  const words = useDetectorWords();
  const isThere = useSession(({ runs, history }) => {
    const run = runs[id];
    const isOnlyAwaited = run?.status === "waiting" && run.result === null && history.present.shown !== id;
    return run !== undefined && !isOnlyAwaited;
  });
  if (!isThere) return null;
  return (
    <RunChoice id={id} label={words({ id }, "label", id)} group={group}>
      {children}
    </RunChoice>
  );
}
