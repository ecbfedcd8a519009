import { Button } from "@mantine/core";
import { useState } from "react";
import { useActions } from "../../../state/use-session";
import { useWords } from "../../../ui/use-words";

interface Props {
  readonly detector: string;
  readonly label: string;
  /** Says it in two words where there is little room. */
  readonly isShort?: boolean;
}

/** Ends a training and takes the best that was learned so far. Lives as long as the training does. */
export function StopHereButton({ detector, label, isShort = false }: Props) {
  const { t } = useWords("detect");
  const { endRunEarly } = useActions();
  const [isAsked, setAsked] = useState(false);
  const words = isShort ? t("learning.stopShort") : t("learning.stop");
  return (
    <Button
      size="compact-xs"
      variant={isShort ? "subtle" : "default"}
      disabled={isAsked}
      title={t("learning.stop")}
      aria-label={t("learning.stopOf", { label })}
      onClick={() => {
        setAsked(true);
        endRunEarly(detector);
      }}
    >
      {isAsked ? t("learning.stopping") : words}
    </Button>
  );
}
