import { Badge, Button, Menu, Text } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import type { Dialect, DialectField, DialectGuess } from "../../core/data/dialect";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./data-panel.module.css";
import { DialectEntry, isTyped } from "./dialect-entry";
import { likelyOptionsOf, optionsOf } from "./dialect-options";
import { useDialectWords } from "./use-dialect-words";

interface Props {
  readonly field: DialectField;
  readonly dialect: Dialect;
  readonly guess: DialectGuess | null;
  onCorrect(change: Partial<Dialect>): void;
}

/** The menu holds the rest. */
const MAX_OFFERED = 2;

/** One guess as a sentence, with what else it could be. */
export function DialectLine({ field, dialect, guess, onCorrect }: Props) {
  const { t } = useWords("prepare");
  const words = useDialectWords();
  const say = useNote();
  const [isTyping, setTyping] = useState(false);
  const options = optionsOf(field, dialect);
  const isUnsure = guess !== null && !guess.sure;
  const sentence = words.sentenceOf(field, dialect);
  const change = t("data.change", { what: t(`dialect.${field}.name`) });

  return (
    <li className={classes.guess}>
      <div className={classes.guessHead}>
        <Text size="sm" component="div" className={classes.sentence ?? ""}>
          {sentence}
          {isUnsure && (
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
                <Menu.Item key={option.word} onClick={() => onCorrect(option.change)}>
                  {words.valueOf(field, option.word, option.change, dialect)}
                </Menu.Item>
              ))}
              {isTyped(field) && <Menu.Item onClick={() => setTyping(true)}>{t("data.other")}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        )}
        {options.length === 0 && isTyped(field) && !isTyping && (
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
      {isUnsure && (
        <div className={classes.doubt}>
          <Text size="xs" c="dimmed">
            {say(guess.why)}
          </Text>
          {likelyOptionsOf(guess, dialect)
            .slice(0, MAX_OFFERED)
            .map((option) => (
              <Button
                key={JSON.stringify(option.change)}
                size="compact-xs"
                variant="default"
                onClick={() => onCorrect(option.change)}
              >
                {t("data.readAs", { value: words.valueOf(field, option.word, option.change, dialect) })}
              </Button>
            ))}
        </div>
      )}
      {isTyping && isTyped(field) && (
        <DialectEntry
          field={field}
          dialect={dialect}
          onCancel={() => setTyping(false)}
          onTake={(typed) => {
            setTyping(false);
            onCorrect(typed);
          }}
        />
      )}
    </li>
  );
}
