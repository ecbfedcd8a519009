import { CONSENSUS } from "../../src/core/detect/run-key";
import { defaultsOf, type AnyParamValues } from "../../src/core/detect/param-schema";
import { recommendedFor, startingSetFor } from "../../src/core/detect/recommend";
import { factsOf } from "../../src/core/detect/table-facts";
import { detectors, quickSet } from "../../src/detectors/registry";
import type { DatasetCard } from "../../src/engine/protocol";

/** What can be judged on a table: a name for its rows in the report, and how its scores come about. */
export type Subject = Alone | Together;

interface Alone {
  readonly kind: "alone";
  readonly id: string;
  readonly params: AnyParamValues;
}

/** Detectors with their defaults whose ranks become one score by the default rule. */
interface Together {
  readonly kind: "together";
  readonly id: string;
  membersFor(card: DatasetCard): readonly string[];
}

const alone: readonly Alone[] = detectors.map(({ id, params }) => ({ kind: "alone", id, params: defaultsOf(params) }));

const factsOfCard = ({ rowCount, columns, recipe }: DatasetCard) => factsOf(rowCount, columns, recipe);

const together: readonly Together[] = [
  { kind: "together", id: CONSENSUS, membersFor: (card) => startingSetFor(quickSet, factsOfCard(card)) },
  { kind: "together", id: "recommended", membersFor: (card) => recommendedFor(factsOfCard(card)).members },
];

/** Every registered detector with the defaults of the product, the consensus that it starts with, and what it recommends. */
export const subjects: readonly Subject[] = [...alone, ...together];
