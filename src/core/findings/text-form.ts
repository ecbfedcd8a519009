/**
 * Runs of a kind of character, without how long they are: "AB-123" and "XYZ-9" are both "A-9". Words of one form after
 * each other are one: a name of three words is no other form than one of two.
 */
export function looseForm(text: string): string {
  const words = closeForm(text)
    .replace(/(.)\1+/g, "$1")
    .split(" ");
  return words.filter((word, at) => word !== words[at - 1]).join(" ");
}

/** Each letter as A or a, each digit as 9, all else as it is: "AB-123" is "AA-999". Long texts by their beginning. */
export function closeForm(text: string): string {
  let form = "";
  for (const character of text.slice(0, MAX_FORM_LENGTH)) form += kindOf(character);
  return form;
}

const MAX_FORM_LENGTH = 80;

function kindOf(character: string): string {
  if (character >= "0" && character <= "9") return "9";
  const lower = character.toLowerCase();
  const upper = character.toUpperCase();
  if (lower !== upper) return character === upper ? "A" : "a";
  return /\p{L}/u.test(character) ? "a" : character;
}
