import type { Contribution, RowExplanation } from "./explanation";

const MAX_REASONS_SAID = 3;
/** A column that speaks for less than this is not worth a word. */
const MIN_SHARE_SAID = 0.05;

/** The contributions that the sentence names: those that speak for strange, at most three. */
export function contributionsToSay({ contributions }: RowExplanation): readonly Contribution[] {
  return contributions
    .filter(({ share }, index) => share > 0 && (index === 0 || share >= MIN_SHARE_SAID))
    .slice(0, MAX_REASONS_SAID);
}
