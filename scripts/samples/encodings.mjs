/** Encoders that Node lacks; only what the fixtures need. */

/** Windows-1252: Latin-1 plus the euro sign and typographic quotes. */
export function windows1252Of(text) {
  const special = { "€": 0x80, "„": 0x84, "“": 0x93, "”": 0x94, "–": 0x96 };
  return Buffer.from(
    [...text].map((letter) => {
      const code = special[letter] ?? letter.codePointAt(0);
      if (code > 255) throw new Error(`${letter} does not exist in windows-1252`);
      return code;
    }),
  );
}

export function utf16leOf(text) {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
}

/** GB18030 by turning the decoder round, for the two-byte part of the code. */
export function gb18030Of(text) {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== "\ufffd") codes.set(letter, [lead, trail]);
    }
  return Buffer.from(
    [...text].flatMap((letter) => {
      const code = letter.codePointAt(0) < 128 ? [letter.codePointAt(0)] : codes.get(letter);
      if (!code) throw new Error(`${letter} is outside the two-byte part of GB18030`);
      return code;
    }),
  );
}
