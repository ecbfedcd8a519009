import type { DialectField } from "../../core/data/dialect";
import type { DelimitedInspection } from "../../engine/protocol";
import { useActions } from "../../state/use-session";
import { DialectLine } from "./dialect-line";
import { DIALECT_FIELDS } from "./dialect-options";
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

function isWorthTelling(field: DialectField, inspection: DelimitedInspection): boolean {
  if (field === "compression") return inspection.plan.settings.compression !== "none";
  if (field === "escape") return hasEscapes(inspection);
  if (field === "missingIn") return hasMarks(inspection);
  if (field !== "dateOrder") return true;
  // Dates such as 2024-03-04 have one order only, of which there is nothing to say.
  const guess = inspection.guesses.find((one) => one.field === field);
  if (guess && !guess.sure) return true;
  return guess?.why.code !== "dialect.dateOrder.none" && inspection.columns.some(({ kind }) => kind === "time");
}

/** Whether quotes inside of quoted cells were met, or are read in an unusual way. */
function hasEscapes({ plan, guesses }: DelimitedInspection): boolean {
  const { quote, escape } = plan.settings;
  const isMet = guesses.some(({ field, why }) => field === "escape" && why.code !== "dialect.escape.unused");
  return escape !== "" || (quote !== "" && isMet);
}

/** Whether marks for "no value" were met in columns of words, or are read in an unusual way there. */
function hasMarks({ plan, guesses }: DelimitedInspection): boolean {
  const isMet = guesses.some(({ field, why }) => field === "missingIn" && why.code === "dialect.missingIn.met");
  return plan.settings.missingIn !== "values" || isMet;
}
