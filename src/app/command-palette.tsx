import { Spotlight, spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { useTranslation } from "react-i18next";
import { useCommands } from "./use-commands";

/** Opens the palette from anywhere. */
export const openPalette = (): void => spotlight.open();

/** Every action by name: Ctrl or Cmd + K. */
export function CommandPalette() {
  const { t } = useTranslation("app");
  const commands = useCommands();
  const actions: SpotlightActionData[] = commands.map(({ id, run, keys, enabled }) => ({
    id,
    label: t(`command.${id}`),
    ...(keys ? { rightSection: <kbd>{keys}</kbd> } : {}),
    disabled: !enabled,
    onClick: run,
  }));
  return (
    <Spotlight
      actions={actions.filter((action) => !action.disabled)}
      shortcut="mod + K"
      nothingFound={t("palette.nothing")}
      highlightQuery
      // While it faded out, its field would still swallow the next key.
      transitionProps={{ duration: 0 }}
      scrollable
      maxHeight={420}
      searchProps={{ placeholder: t("palette.search"), "aria-label": t("palette.search") }}
    />
  );
}
