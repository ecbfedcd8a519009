import type { DelimitedInspection } from "../../engine/protocol";
import { useActions } from "../../state/use-session";
import { DialectLine } from "./dialect-line";
import { DIALECT_FIELDS } from "../../ui/dialect-options";
import { isWorthTelling } from "../../ui/dialect-worth-telling";
import { HeaderLineChoice } from "./header-line-choice";
import { HowRead } from "./how-read";

/** How the file was read, a line per guess, each corrected in one click. */
export function DialectList({ inspection }: { readonly inspection: DelimitedInspection }) {
  const { correctReading } = useActions();
  const unsure = inspection.guesses.filter((guess) => !guess.sure && isWorthTelling(guess.field, inspection)).length;
  return (
    <HowRead
      unsure={unsure}
      lines={DIALECT_FIELDS.filter((field) => isWorthTelling(field, inspection)).map((field) => (
        <DialectLine
          key={field}
          field={field}
          dialect={inspection.plan.settings}
          guess={inspection.guesses.find((guess) => guess.field === field) ?? null}
          onCorrect={(change) => void correctReading(change)}
        />
      ))}
    >
      <HeaderLineChoice
        lines={inspection.preview.lines ?? []}
        header={inspection.plan.settings.header}
        onChoose={(header) => void correctReading({ header })}
      />
    </HowRead>
  );
}
