import { CONSENSUS } from "../../src/core/detect/run-key";
import { defaultsOf, type AnyParamValues } from "../../src/core/detect/param-schema";
import { recommendedFor } from "../../src/core/detect/recommend";
import { factsOf } from "../../src/core/detect/table-facts";
import { coreKindOf } from "../../src/core/kinds/kinds";
import type { RowKindName } from "../../src/core/kinds/row-kind";
import { detectors } from "../../src/detectors/registry";
import type { DatasetCard } from "../../src/engine/protocol";
import { initialChoices, membersOf } from "../../src/state/choices";
import { startingSetOf } from "../../src/state/kinds/kinds";

/** What can be evaluated on a table: a name for its rows in the report, and how its scores come about. */
export type Subject = Alone | Together;

interface Alone {
  readonly kind: "alone";
  readonly id: string;
  readonly params: AnyParamValues;
}

/** Detectors with their defaults that become one score by the rule that the product starts with. */
interface Together {
  readonly kind: "together";
  readonly id: string;
  membersFor(card: DatasetCard): readonly string[];
}

/** What a recommendation is made of is known of rows alone: else it is what the product starts with. */
const recommendedOf = ({ rowCount, columns, recipe }: DatasetCard): readonly string[] =>
  recommendedFor(factsOf(rowCount, columns, recipe)).members;
const startingOf = (card: DatasetCard): readonly string[] =>
  membersOf({ ...initialChoices(), picked: startingSetOf(card, card.recipe) });

const together: readonly Together[] = [
  { kind: "together", id: CONSENSUS, membersFor: startingOf },
  {
    kind: "together",
    id: "recommended",
    membersFor: (card) => (card.recipe.rowKind.kind === "rows" ? recommendedOf : startingOf)(card),
  },
];

/** Every detector for such a table with the defaults of the product, the consensus that it starts with, and what it recommends. */
export function subjectsFor(kind: RowKindName): readonly Subject[] {
  const alone = detectors
    .filter(({ accepts }) => coreKindOf({ kind }).fits(accepts))
    .map(({ id, params }): Alone => ({ kind: "alone", id, params: defaultsOf(params) }));
  return [...alone, ...together];
}
