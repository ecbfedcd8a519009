import "@mantine/spotlight/styles.css";
import { Spotlight, spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { useWords } from "../ui/use-words";
import { useCommands } from "./use-commands";

export { spotlight };

/** What the keyboard can do, by name. */
export function CommandPalette() {
  const { t } = useWords("app");
  const commands = useCommands(spotlight.open);
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
      shortcut={null}
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
