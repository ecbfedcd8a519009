import type { Detector } from "../detect/detector";
import { coreKindOf } from "./kinds";
import type { RowKind } from "./row-kind";

/**
 * Whether a detector may fit and score such rows in a thread of its own: it sees columns that became numbers, laid out
 * one row after the other. Others stay where the table is: columns as they were read hold texts, which no threads share,
 * and networks share one graphics card.
 */
export function runsApart({ accepts, family }: Pick<Detector, "accepts" | "family">, rowKind: RowKind): boolean {
  return accepts === "matrix" && family !== "neural" && coreKindOf(rowKind).preparesColumns;
}
