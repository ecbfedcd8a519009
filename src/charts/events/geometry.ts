const LETTER_PX = 7.2;
const PADDING_PX = 28;
const MIN_TOKEN_PX = 34;
const MAX_TOKEN_PX = 168;

/** Pixels of every token, so that nearly all of the symbols fit and tokens stand under each other. */
export function tokenWidth(symbols: readonly string[]): number {
  const lengths = symbols.map((symbol) => Array.from(symbol).length).sort((a, b) => a - b);
  const usual = lengths[Math.floor(0.9 * (lengths.length - 1))] ?? 1;
  return Math.round(Math.max(MIN_TOKEN_PX, Math.min(MAX_TOKEN_PX, usual * LETTER_PX + PADDING_PX)));
}

/** Tokens that stand side by side. */
export function tokensPerLine(width: number, token: number): number {
  return Math.max(1, Math.floor(width / token));
}

/** How much of the strange colour a token gets, 0 to 5: none up to the middle of the scale, in steps that the eye can tell. */
export function tintOf(score100: number): number {
  if (Number.isNaN(score100)) return 0;
  return Math.round(Math.max(0, Math.min(1, (score100 - 50) / 50)) * 5);
}
