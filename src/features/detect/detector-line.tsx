import { CloseButton, Radio } from "@mantine/core";
import { detectorCardOf, namedInstance } from "../../state/catalogue";
import { useActions, useSession } from "../../state/use-session";
import { useInstanceName } from "../../ui/use-instance-name";
import { useWords } from "../../ui/use-words";
import classes from "./detector-panel.module.css";
import { RunLine } from "./run-line";

interface Props {
  readonly id: string;
  readonly isShown: boolean;
  /** The last detector cannot be taken away. */
  readonly isLast: boolean;
  /** Name of the group of radio buttons. */
  readonly group: string;
}

/** One picked detector: whether its scores are on screen, and how its run stands. */
export function DetectorLine({ id, isShown, isLast, group }: Props) {
  const { t } = useWords("detect");
  const nameOf = useInstanceName();
  const { show, unpick } = useActions();
  const run = useSession((state) => state.runs[id]);
  const detector = detectorCardOf(id);
  if (!detector) return null;
  const label = nameOf(namedInstance(id));

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
        {!isLast && <CloseButton size="sm" onClick={() => unpick(id)} aria-label={t("panel.remove", { label })} />}
      </div>
      <div className={classes.lineBody}>
        <RunLine detector={id} label={label} run={run} />
      </div>
    </div>
  );
}
