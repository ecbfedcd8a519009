import { soundsOrdinary, soundsStrange, wordsOf } from "./strange-words";
import { BLANK } from "./label-values";

/** Values of a label that seem to mean strange, and by what: the words of the values, the label's name, or how frequent they are. */
export interface StrangeGuess {
  readonly strange: readonly string[];
  readonly by: "values" | "name" | "share";
}

interface Counted {
  readonly value: string;
  readonly count: number;
}

const affirmative = new Set("1 true yes y t x + ja wahr vrai oui si sí sim".split(" "));
const negative = new Set(["0", ..."false no n f - nein falsch faux non não".split(" "), BLANK]);

/**
 * Which values of a label mean strange until a person says: those whose words say so, or all but those that are called
 * ordinary; of yes and no the one that the label's name asks for; else all but what most rows are, or the rarest where
 * no value is that of most rows. Never all of them, and never none, of two or more.
 */
export function guessStrange(label: string, values: readonly Counted[]): StrangeGuess {
  const all = values.map(({ value }) => value);
  const some = (chosen: readonly string[]) => chosen.length > 0 && chosen.length < all.length;
  const byName = asked(label, all);
  if (byName !== null) return { strange: [byName], by: "name" };
  const notOrdinary = all.filter((value) => !soundsOrdinary(value));
  if (some(notOrdinary)) return { strange: notOrdinary, by: "values" };
  const strange = all.filter(soundsStrange);
  if (some(strange)) return { strange, by: "values" };
  return { strange: byShare(values), by: "share" };
}

/** Of a yes and a no, the one that means strange by the name: "fraud" asks for yes, "normal" for no. */
function asked(label: string, all: readonly string[]): string | null {
  if (all.length !== 2) return null;
  const yes = all.find((value) => affirmative.has(value.toLowerCase()));
  const no = all.find((value) => negative.has(value.toLowerCase()));
  if (yes === undefined || no === undefined) return null;
  const name = wordsOf(label).join(" ");
  if (soundsStrange(name)) return yes;
  return soundsOrdinary(name) ? no : null;
}

function byShare(values: readonly Counted[]): readonly string[] {
  const rows = values.reduce((sum, { count }) => sum + count, 0);
  const most = values.find(({ count }) => count > rows / 2);
  if (most) return values.filter((one) => one !== most).map(({ value }) => value);
  const rarest = values.reduce<Counted | null>((found, one) => (found && found.count <= one.count ? found : one), null);
  return rarest ? [rarest.value] : [];
}
