import type { FindingReason } from "../../core/detect/test-outcome";
import type { NoteCode } from "../../core/data/note";
import { StrongestEvidence } from "../../core/findings/evidence";
import { normalCorrelation } from "../../core/findings/normal-correlation";
import { extremeDeviates } from "../../core/findings/outliers/extreme-deviates";
import type { OutlierTest } from "../../core/findings/outliers/outlier-test";
import { ascending, numbersAt } from "./read-columns";
import { defineColumnTest } from "./column-test";
import { numberAt, rounded } from "./value-reasons";

/** What a test says of one column. */
interface SmallColumn {
  readonly off: readonly OutlierTest[];
  readonly count: number;
  /** Where those lie that are not off. */
  readonly low: number;
  readonly high: number;
}

interface SmallTestModel {
  /** By feature; null where the test cannot be asked. */
  readonly columns: readonly (SmallColumn | null)[];
}

const MIN_VALUES = 3;
const MAX_VALUES = 50;
/** From this probability on a value counts as off when it is asked whether the others look normal. */
const OFF = 0.05;
/** Fewer do not show whether they are normal: it is taken for granted, as the test does. */
const MIN_TO_JUDGE = 5;
/** Rounded to fewer different ones, values tell no spread. */
const MIN_DIFFERENT = 6;
/** A probability is told as at most this where it is less. */
const LEAST_TOLD = 0.0001;

interface SmallTest {
  readonly id: "grubbs" | "dixon" | "extreme-deviates";
  readonly label: string;
  readonly summary: string;
  readonly blindTo: string;
  readonly reference: string;
  /** What is off among values in ascending order. */
  look(sorted: Float64Array): readonly OutlierTest[];
}

/** A test of the columns of a small table as laboratories know it: with its statistic and its probability. */
export function defineSmallTest({ look, ...words }: SmallTest) {
  const detector = defineColumnTest<SmallTestModel>({
    ...words,
    async fit(samples, context) {
      const columns: (SmallColumn | null)[] = [];
      for (let feature = 0; feature < samples.width; feature++) {
        const values = numbersAt(samples, feature);
        columns.push(values && smallColumnOf(ascending(values), look));
        await context.checkpoint((feature + 1) / samples.width);
      }
      return { columns };
    },
    async test({ columns }, samples, context) {
      const told = [...columns.keys()].filter((feature) => columns[feature]);
      if (told.length === 0) return { kind: "silent", why: { code: "column-finding.no-small-sample" } };
      const strongest = new StrongestEvidence(samples.count, told.length);
      for (const [at, feature] of told.entries()) {
        const values = numbersAt(samples, feature);
        const column = columns[feature]!; // one of those told
        if (values)
          strongest.add(
            feature,
            values.map((value) => evidenceOf(column, value)),
          );
        await context.checkpoint((at + 1) / told.length);
      }
      return { kind: "tested", evidence: strongest.evidence };
    },
    reasons({ columns }, samples, which) {
      const reasonOf = (sample: number): FindingReason => {
        const all = columns.map((column, feature) =>
          column ? evidenceOf(column, numberAt(samples, feature, sample)) : 0,
        );
        const feature = all.indexOf(Math.max(...all));
        const column = columns[feature]!; // it has evidence
        const value = numberAt(samples, feature, sample);
        const { isHigh, statistic, evidence } = offAs(column, value)!; // it has evidence
        const code: NoteCode = `column-finding.${words.id}-${isHigh ? "above" : "below"}`;
        const values = {
          column: samples.features[feature]!, // one of the features
          value,
          count: column.count - 1,
          low: rounded(column.low),
          high: rounded(column.high),
          statistic: rounded(statistic),
          p: Math.max(LEAST_TOLD, Number((10 ** -evidence).toPrecision(2))),
        };
        return { note: { code, values }, features: [feature], expected: null };
      };
      return Promise.resolve(which.map(reasonOf));
    },
  });
  return { ...detector, family: "statistical" as const };
}

function smallColumnOf(sorted: Float64Array, look: SmallTest["look"]): SmallColumn | null {
  const { length } = sorted;
  if (length < MIN_VALUES || length > MAX_VALUES) return null;
  const far = extremeDeviates(sorted).filter(({ evidence }, at) => at === 0 || 10 ** -evidence <= OFF);
  const [below, above] = [far.filter(({ isHigh }) => !isHigh).length, far.filter(({ isHigh }) => isHigh).length];
  const rest = sorted.subarray(below, length - above);
  const different = new Set(rest).size;
  if (different < 2 || different < Math.min(MIN_DIFFERENT, rest.length) - 1) return null;
  if (rest.length >= MIN_TO_JUDGE && normalCorrelation(rest) !== "normal") return null;
  return { off: look(sorted), count: length, low: rest[0]!, high: rest.at(-1)! }; // two at least
}

/** The test that speaks of a value: of itself, or of one that is less far out on its side. */
function offAs({ off }: SmallColumn, value: number): OutlierTest | undefined {
  return off
    .filter((one) => (one.isHigh ? value >= one.value : value <= one.value))
    .toSorted((one, other) => other.evidence - one.evidence)[0];
}

/** Of one value: so many could have been the odd one, and where several are off at once, all of them err together. */
function evidenceOf(column: SmallColumn, value: number): number {
  const test = Number.isFinite(value) ? offAs(column, value) : undefined;
  return test && test.evidence > 0 ? test.evidence + Math.log10(column.count / test.together) : 0;
}
