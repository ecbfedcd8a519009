import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { useActions } from "../state/use-session";
import { useKept } from "../state/use-kept";
import { useWords } from "../ui/use-words";
import { KEPT_LANGUAGE, keptLanguage, LANGUAGES, speak, type Language } from "./language";

/** The languages that the page speaks, each by its own name; what is chosen is kept for the next visit. */
export function LanguageMenu() {
  const { t, i18n } = useWords("app");
  const { announce } = useActions();
  const [, keep] = useKept<unknown>(KEPT_LANGUAGE, keptLanguage);

  async function choose(language: Language): Promise<void> {
    if (await speak(i18n, language)) keep(language.id);
    else announce("bad", { code: "language.not-fetched", values: { language: language.name } });
  }

  return (
    <Menu position="bottom-end" withArrow shadow="md">
      <Tooltip label={t("language")} openDelay={400}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("language")}>
            <IconLanguage size={18} />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={i18n.language}
          onChange={(id) => {
            const language = keptLanguage(id);
            if (language) void choose(language);
          }}
        >
          {LANGUAGES.map(({ id, name, tag }) => (
            <Menu.RadioItem key={id} value={id} lang={tag} closeMenuOnClick>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
