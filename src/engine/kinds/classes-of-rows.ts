import type { ClassAnswers, ClassesOfRows } from "../../core/detect/class-answers";
import type { Context } from "../../core/detect/context";
import type { DetectorOf } from "../../core/detect/detector";
import type { SamplesBase } from "../../core/detect/samples-base";

/** What is known of the classes of some samples. */
interface Known {
  /** By sample, a place in `classNames`; -1 where it is unknown. */
  readonly classes?: Int32Array | undefined;
  readonly classNames?: readonly string[] | undefined;
  readonly rowCount: number;
  /** Whether the detector learned elsewhere, so that all it is shown is new to it. */
  readonly isModel: boolean;
}

/** Which class a detector takes each row for, to be spread into what it scored; nothing where it tells none apart. */
export async function classesOfRows<X extends SamplesBase>(
  detector: DetectorOf<X>,
  model: unknown,
  samples: X,
  known: Known,
  context: Context,
): Promise<{ readonly classes?: ClassesOfRows }> {
  return spreadClasses((await detector.classify?.(model, samples, context)) ?? null, samples, known);
}

/** The same of what the detector answered already. */
export function spreadClasses(
  answers: ClassAnswers | null,
  samples: SamplesBase,
  { classes, classNames = [], rowCount, isModel }: Known,
): { readonly classes?: ClassesOfRows } {
  if (!answers) return {};
  const { names } = answers;
  // A model may have learned its classes from another table.
  const placeOf = classNames.map((name) => names.indexOf(name));
  const byRow = <A extends Int32Array | Float32Array | Uint8Array>(rows: A, of: (sample: number) => number): A => {
    samples.origin.forEach((row, sample) => {
      if (row < rowCount) rows[row] = of(sample);
    });
    return rows;
  };
  const none = () => new Int32Array(rowCount).fill(-1);
  return {
    classes: {
      names,
      likeliest: byRow(none(), (sample) => answers.likeliest[sample] ?? -1),
      share: byRow(new Float32Array(rowCount), (sample) => answers.share[sample] ?? 0),
      unseen: byRow(new Uint8Array(rowCount), (sample) => (isModel ? 1 : (answers.unseen[sample] ?? 1))),
      own: byRow(none(), (sample) => placeOf[classes?.[sample] ?? -1] ?? -1),
    },
  };
}
