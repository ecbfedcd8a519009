import type { AnyParamValues } from "./param-schema";
import type { Recipe } from "../prepare/recipe";
import type { ConsensusRule } from "../score/consensus";

/** All that a run's scores depend on. There is no threshold in it: moving the threshold never refits. */
export interface RunIdentity {
  readonly dataset: string;
  readonly recipe: Recipe;
  readonly detector: string;
  readonly version: number;
  readonly params: AnyParamValues;
  readonly seed: number;
  readonly backend: string;
  /** Values of the label that mean strange; only where it is learned from. */
  readonly strange?: readonly string[];
  /** What is known of rows; only where it is learned from. */
  readonly taught?: unknown;
}

/** The key under which a run is cached, equal for equal identities. */
export function runKeyOf(identity: RunIdentity): string {
  const params = Object.entries(identity.params).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${identity.detector}-${hashOf(JSON.stringify({ ...identity, params }))}`;
}

/** Stands where a run names its detector, for a result that combines the runs of several. */
export const CONSENSUS = "consensus";

/** The key of a combination of runs: equal runs (by key), weights and rule give the same scores. */
export function consensusKeyOf(runs: readonly string[], weights: readonly number[], rule: ConsensusRule): string {
  return `${CONSENSUS}-${hashOf(JSON.stringify([runs, weights, rule]))}`;
}

/** Stands where a run names its detector, for a consensus that a person's marks correct. */
export const GUIDED = "guided";

/** Stands where a run names its detector, for a consensus under a person's rules. */
export const RULED = "ruled";

/** Whether an id stands for a score made of several runs, and not for an instance of a detector. */
export function isCombination(id: string): boolean {
  return id === CONSENSUS || id === GUIDED || id === RULED;
}

/** The key of a consensus that marks correct: equal runs and marks give the same scores. */
export function guidedKeyOf(
  runs: readonly string[],
  weights: readonly number[],
  rule: ConsensusRule,
  marks: { readonly rows: Uint32Array; readonly strange: Uint8Array },
): string {
  return `${GUIDED}-${hashOf(JSON.stringify([runs, weights, rule, [...marks.rows], [...marks.strange]]))}`;
}

/** The key of a consensus under rules: equal runs and rules give the same scores. */
export function ruledKeyOf(
  runs: readonly string[],
  weights: readonly number[],
  rule: ConsensusRule,
  rules: readonly unknown[],
): string {
  return `${RULED}-${hashOf(JSON.stringify([runs, weights, rule, rules]))}`;
}

/** A 53-bit hash of a text (cyrb53, public domain, by bryc), in base 36. */
export function hashOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
