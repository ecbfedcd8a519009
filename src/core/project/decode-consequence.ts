import type { Consequence } from "../score/consequence";
import { type Decoder, finite, oneOf, text, variantOf, wholeOf } from "./decoder";
import { decodeLearn } from "./learn-settings";

const MAX_NAME_LENGTH = 100_000;

/** What a threshold is to bring. */
export const decodeConsequence: Decoder<Consequence> = variantOf<Consequence>("kind", {
  capacity: wholeOf({ kind: oneOf(["capacity"]), count: finite(0), per: text(MAX_NAME_LENGTH) }),
  cost: wholeOf({ kind: oneOf(["cost"]), missed: finite(0), falseAlarm: finite(0) }),
  best: wholeOf({ kind: oneOf(["best"]), figure: oneOf(["f-beta", "mcc"]), beta: finite(0) }),
  "false-alarms": wholeOf({ kind: oneOf(["false-alarms"]), share: finite(0, 1), reference: decodeLearn }),
});
