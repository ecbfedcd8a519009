import type { Check } from "../../core/checks/check";
import { checkOf, type Rest } from "../../core/checks/check";
import type { Note } from "../../core/data/note";
import type { ColumnSamples } from "../../core/detect/column-samples";
import { brokenLaws, keepsLaw, type ArithmeticLaw } from "./arithmetic-laws";
import { numbersIn } from "./column-laws";
import { numberAt, rounded } from "./value-reasons";

/** A law shows in no fewer different values of what it makes: of a few of them the same follows by chance. */
const MIN_DIFFERENT = 20;

/** Sums, products, shares and parts of a whole that all rows keep to but a few, and these. */
export async function brokenTotals(samples: ColumnSamples, rest: Rest): Promise<Check[]> {
  const numbers = numbersIn(samples);
  const told = new Set<string>();
  const checks: Check[] = [];
  for (const whole of numbers) {
    const laws = brokenLaws(samples, numbers, whole).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    await rest();
    for (const law of laws) {
      const rows = [...samples.origin].filter((_, sample) => keepsLaw(samples, law, sample) === false);
      // What adds up is told by one law: the shares of its parts break in the same rows.
      const key = rows.join();
      if (told.has(key)) continue;
      told.add(key);
      if (differentAmong(samples, law) < MIN_DIFFERENT) continue;
      checks.push(checkOf(noteOf(samples, law, rows.length), rows));
    }
  }
  return checks;
}

/** How many different values what the law makes has. */
function differentAmong(samples: ColumnSamples, { whole }: ArithmeticLaw): number {
  const different = new Set<number>();
  for (let sample = 0; sample < samples.count && different.size < MIN_DIFFERENT; sample++)
    different.add(numberAt(samples, whole, sample));
  return different.size;
}

/** The plainest first. */
const ORDER: readonly ArithmeticLaw["kind"][] = ["sum", "product", "rest", "ratio"];

function noteOf({ features }: ColumnSamples, { kind, parts, whole, factor }: ArithmeticLaw, count: number): Note {
  const [one = "", other = ""] = parts.map((feature) => features[feature]!); // features of the samples
  const values = { column: features[whole]!, one, other, count }; // one of the features
  if (kind === "ratio") return { code: "check.not-ratio", values: { ...values, percent: rounded(100 * factor) } };
  if (kind === "rest") return { code: "check.not-total", values: { ...values, expected: rounded(factor) } };
  return { code: `check.not-${kind}`, values };
}
