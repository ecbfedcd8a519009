import { Radio } from "@mantine/core";
import type { ReactNode } from "react";
import { useActions, useSession } from "../../state/use-session";
import classes from "./detector-panel.module.css";
import { RunLine } from "./run-line";

interface Props {
  /** Of an instance, or what stands for several together. */
  readonly id: string;
  readonly label: string;
  /** Name of the group of radio buttons. */
  readonly group: string;
  /** What else there is to do with it. */
  readonly children: ReactNode;
}

/** A run in the list: whether its scores are on screen, and how it stands. */
export function RunChoice({ id, label, group, children }: Props) {
  const { show } = useActions();
  const run = useSession((state) => state.runs[id]);
  const isShown = useSession((state) => state.history.present.shown === id);
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
