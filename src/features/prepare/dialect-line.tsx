import type { Dialect, DialectField, DialectGuess } from "../../core/data/dialect";
import type { FixedSettings } from "../../engine/protocol";
import { useWords } from "../../ui/use-words";
import { DialectEntry, isTyped } from "./dialect-entry";
import { type DialectOption, likelyOptionsOf, optionsOf } from "../../ui/dialect-options";
import { SettingLine } from "./setting-line";
import { useDialectWords } from "../../ui/use-dialect-words";

interface Props {
  readonly field: DialectField;
  readonly dialect: Dialect;
  readonly guess: DialectGuess | null;
  onCorrect(change: FixedSettings): void;
}

/** One guess of how a text is written. */
export function DialectLine({ field, dialect, guess, onCorrect }: Props) {
  const { t } = useWords("prepare");
  const words = useDialectWords();
  const labelled = ({ word, change }: DialectOption) => ({
    label: words.valueOf(field, word, change, dialect),
    change,
  });
  return (
    <SettingLine
      name={t(`dialect.${field}.name`)}
      sentence={words.sentenceOf(field, dialect)}
      doubt={guess === null || guess.sure ? null : guess.why}
      options={optionsOf(field, dialect).map(labelled)}
      likely={guess ? likelyOptionsOf(guess, dialect).map(labelled) : []}
      onCorrect={onCorrect}
      {...(isTyped(field) && {
        entry: (end) => (
          <DialectEntry
            field={field}
            missing={dialect.missing}
            onCancel={end}
            onTake={(typed) => {
              end();
              onCorrect(typed);
            }}
          />
        ),
      })}
    />
  );
}
