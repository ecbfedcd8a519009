import type { FixedSettings, SettingField, SettingGuess as Guess } from "../../engine/protocol";
import { useActions } from "../../state/use-session";
import { isSettingWorthTelling, useSettingWords } from "../../ui/use-setting-words";
import { useWords } from "../../ui/use-words";
import { DialectEntry, isTyped } from "./dialect-entry";
import { HowRead } from "./how-read";
import { SettingLine, type SettingOption } from "./setting-line";

/** Settings that mean nothing once another one is changed: a row of names belongs to its sheet. */
const LETS_GO: Readonly<Partial<Record<SettingField, readonly SettingField[]>>> = { sheet: ["headerRow"] };

/** How a file of any format was read, a line for each guess that its reader made, each corrected in one click. */
export function SettingsList({ guesses }: { readonly guesses: readonly Guess[] }) {
  const { correctReading } = useActions();
  const told = guesses.filter(isSettingWorthTelling);
  const unsure = told.filter(({ sure }) => !sure).length;
  if (told.length === 0) return null;
  return (
    <HowRead
      unsure={unsure}
      lines={told.map((guess) => (
        <GuessLine key={guess.field} guess={guess} onCorrect={(change) => void correctReading(change)} />
      ))}
    />
  );
}

interface LineProps {
  readonly guess: Guess;
  onCorrect(change: FixedSettings): void;
}

function GuessLine({ guess, onCorrect }: LineProps) {
  const { t } = useWords("prepare");
  const { valueOf, sentenceOf } = useSettingWords();
  const { field, value, sure, why, alternatives } = guess;
  const options: readonly SettingOption[] = alternatives.map((one) => ({
    label: valueOf(field, one),
    change: changeTo(field, one),
  }));
  const words = Array.isArray(value) ? value : [];
  return (
    <SettingLine
      name={t(`dialect.${field}.name`)}
      sentence={sentenceOf(field, value)}
      doubt={sure ? null : why}
      options={options}
      likely={options}
      onCorrect={onCorrect}
      {...(isTyped(field) && {
        entry: (end) => (
          <DialectEntry
            field={field}
            missing={words}
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

function changeTo(field: SettingField, value: Guess["value"]): FixedSettings {
  const gone = (LETS_GO[field] ?? []).map((other) => [other, undefined]);
  // A guess offers values of its own field; what is undefined is guessed again.
  return Object.fromEntries([[field, value], ...gone]) as FixedSettings;
}
