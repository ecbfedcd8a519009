import { CloseButton } from "@mantine/core";
import { detectorCardOf, namedInstance } from "../../state/catalogue";
import { useActions } from "../../state/use-session";
import { useInstanceName } from "../../ui/use-instance-name";
import { useWords } from "../../ui/use-words";
import { RunChoice } from "./run-choice";

interface Props {
  readonly id: string;
  /** The last detector cannot be taken away. */
  readonly isLast: boolean;
  /** Name of the group of radio buttons. */
  readonly group: string;
}

/** One picked detector. */
export function DetectorLine({ id, isLast, group }: Props) {
  const { t } = useWords("detect");
  const nameOf = useInstanceName();
  const { unpick } = useActions();
  if (!detectorCardOf(id)) return null;
  const label = nameOf(namedInstance(id));
  return (
    <RunChoice id={id} label={label} group={group}>
      {!isLast && <CloseButton size="sm" onClick={() => unpick(id)} aria-label={t("panel.remove", { label })} />}
    </RunChoice>
  );
}
