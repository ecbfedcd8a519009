import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconCheck, IconLanguage } from "@tabler/icons-react";
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
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language.id}
            role="menuitemradio"
            aria-checked={language.id === i18n.language}
            lang={language.tag}
            rightSection={language.id === i18n.language && <IconCheck size={16} aria-hidden />}
            onClick={() => void choose(language)}
          >
            {language.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
