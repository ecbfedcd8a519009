import { Failure } from "../../core/data/failure";
import { markupOf, signatureOf, type Signature } from "../read/signatures";

/** At most this share of a text's bytes are control characters; a few come from broken loggers. */
const MAX_CONTROL_SHARE = 0.01;
const SUBSTITUTE_CHARACTER = 0x1a;
/** A zero before a quote is how some databases escape it. */
const QUOTE = 0x22;

/**
 * Makes sure that the first bytes of a file can be a table written as text.
 *
 * @throws Failure `not-text` with `kind`: what the file is, as far as its bytes say
 */
export function checkText(bytes: Uint8Array, isWide: boolean): void {
  const found = signatureOf(bytes) ?? (isWide ? null : (markupOf(bytes) ?? binarySignature(bytes)));
  if (found) throw new Failure({ code: "not-text", values: { ...found } });
}

function binarySignature(bytes: Uint8Array): Signature | null {
  const end = endOf(bytes);
  let control = 0;
  for (let at = 0; at < end; at++) {
    const byte = bytes[at]!;
    const isControl = byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127;
    if (isControl && !(byte === 0 && bytes[at + 1] === QUOTE)) control++;
  }
  return control > end * MAX_CONTROL_SHARE ? { kind: "binary", context: "binary" } : null;
}

/** Where the text ends; behind it stand Control-Z and zeros, as old systems and loggers that reserve room leave them. */
function endOf(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1] === SUBSTITUTE_CHARACTER)) end--;
  return end === 0 ? bytes.length : end;
}
