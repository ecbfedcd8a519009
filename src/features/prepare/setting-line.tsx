import { Badge, Button, Menu, Text } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { Note } from "../../core/data/note";
import type { FixedSettings } from "../../engine/protocol";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./data-panel.module.css";

/** Another value of a setting, as a person would say it, and what taking it changes. */
export interface SettingOption<Change = FixedSettings> {
  readonly label: string;
  readonly change: Change;
}

interface Props<Change> {
  /** What is set, as in "Change: separator". */
  readonly name: string;
  /** How it is set, as a sentence. */
  readonly sentence: string;
  /** Why it was so guessed, where the file does not decide it. */
  readonly doubt: Note | null;
  /** All that it can be set to in one click. */
  readonly options: readonly SettingOption<Change>[];
  /** The likely ones, offered at once where the guess is in doubt. */
  readonly likely: readonly SettingOption<Change>[];
  /** A field to type it; absent: the options are all there is. */
  readonly entry?: (end: () => void) => ReactNode;
  onCorrect(change: Change): void;
}

/** The menu holds the rest. */
const MAX_OFFERED = 2;

/** One guess of how a file is read as a sentence, with what else it could be. */
export function SettingLine<Change>(props: Props<Change>) {
  const { name, sentence, doubt, options, likely, entry, onCorrect } = props;
  const { t } = useWords("prepare");
  const say = useNote();
  const [isTyping, setTyping] = useState(false);
  const change = t("data.change", { what: name });

  return (
    <li className={classes.guess}>
      <div className={classes.guessHead}>
        <Text size="sm" component="div" className={classes.sentence ?? ""}>
          {sentence}
          {doubt && (
            <Badge size="sm" variant="default" ml={8} tt="none">
              {t("data.notSure")}
            </Badge>
          )}
        </Text>
        {options.length > 0 && (
          <Menu position="bottom-end" withinPortal shadow="md">
            <Menu.Target>
              <Button
                size="compact-xs"
                variant="subtle"
                rightSection={<IconChevronDown size={12} />}
                aria-label={change}
                className={classes.change}
              >
                {t("data.changeShort")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
              {options.map((option) => (
                <Menu.Item key={JSON.stringify(option.change)} onClick={() => onCorrect(option.change)}>
                  {option.label}
                </Menu.Item>
              ))}
              {entry && <Menu.Item onClick={() => setTyping(true)}>{t("data.other")}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        )}
        {options.length === 0 && entry && !isTyping && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={change}
            className={classes.change}
            onClick={() => setTyping(true)}
          >
            {t("data.changeShort")}
          </Button>
        )}
      </div>
      {doubt && (
        <div className={classes.doubt}>
          <Text size="xs" c="dimmed">
            {say(doubt)}
          </Text>
          {likely.slice(0, MAX_OFFERED).map((option) => (
            <Button
              key={JSON.stringify(option.change)}
              size="compact-xs"
              variant="default"
              onClick={() => onCorrect(option.change)}
            >
              {t("data.readAs", { value: option.label })}
            </Button>
          ))}
        </div>
      )}
      {isTyping && entry?.(() => setTyping(false))}
    </li>
  );
}
