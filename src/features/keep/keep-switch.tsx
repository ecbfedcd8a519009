import { Switch } from "@mantine/core";
import { useActions, useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";

/** Whether files are kept on this machine, and what that means. */
export function KeepSwitch() {
  const { t } = useWords("keep");
  const wanted = useSession((state) => state.keeping.wanted);
  const { keepFiles } = useActions();
  return (
    <Switch
      label={t("switch.label")}
      description={t("switch.help")}
      checked={wanted === true}
      onChange={({ currentTarget }) => keepFiles(currentTarget.checked)}
    />
  );
}
