import { CONSENSUS } from "../../src/core/detect/run-key";
import { defaultsOf, type AnyParamValues } from "../../src/core/detect/param-schema";
import type { Recommendation } from "../../src/core/detect/recommend";
import { coreKindOf } from "../../src/core/kinds/kinds";
import type { RowKindName } from "../../src/core/kinds/row-kind";
import { detectors } from "../../src/detectors/registry";
import type { DatasetCard } from "../../src/engine/protocol";
import { initialChoices, membersOf } from "../../src/state/choices";
import { recommendationOf } from "../../src/state/kinds/kinds";
import { startingChoicesOf } from "../../src/state/read-as";

/** What can be evaluated on a table: a name for its rows in the report, and how its scores come about. */
export type Subject = Alone | Together;

interface Alone {
  readonly kind: "alone";
  readonly id: string;
  readonly params: AnyParamValues;
}

/** Detectors with their defaults that become one score by a rule. */
export type Joined = Pick<Recommendation, "members" | "rule" | "weights">;

interface Together {
  readonly kind: "together";
  readonly id: string;
  joinedFor(card: DatasetCard): Joined;
}

const startingOf = (card: DatasetCard): Joined => ({
  members: membersOf({ ...initialChoices(), ...startingChoicesOf(card, card.recipe) }),
  rule: coreKindOf(card.recipe.rowKind).consensusRule,
  weights: coreKindOf(card.recipe.rowKind).startingWeights(card),
});

const together: readonly Together[] = [
  { kind: "together", id: CONSENSUS, joinedFor: startingOf },
  { kind: "together", id: "recommended", joinedFor: (card) => recommendationOf(card, card.recipe) },
];

/** Every detector for such a table with the defaults of the product, the consensus that it starts with, and what it recommends. */
export function subjectsFor(kind: RowKindName): readonly Subject[] {
  const alone = detectors
    // Those that are taught are no rivals of those that are not.
    .filter(({ accepts, family }) => family !== "taught" && coreKindOf({ kind }).fits(accepts))
    .map(({ id, params }): Alone => ({ kind: "alone", id, params: defaultsOf(params) }));
  return [...alone, ...together];
}
