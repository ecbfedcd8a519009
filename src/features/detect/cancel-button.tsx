import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useActions } from "../../state/use-session";

/** Stops a detector's run, or takes it out of the queue. */
export function CancelButton({ detector, label }: { readonly detector: string; readonly label: string }) {
  const { t } = useTranslation("detect");
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
