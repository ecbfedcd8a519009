import { Button } from "@mantine/core";
import { useActions } from "../../state/use-session";
import { useWords } from "../../ui/use-words";

/** Stops a detector's run, or takes it out of the queue. */
export function CancelButton({ detector, label }: { readonly detector: string; readonly label: string }) {
  const { t } = useWords("detect");
  const { cancelRun } = useActions();
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      onClick={() => cancelRun(detector)}
      aria-label={t("run.cancelOf", { label })}
    >
      {t("run.cancel")}
    </Button>
  );
}
