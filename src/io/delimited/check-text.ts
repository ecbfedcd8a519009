import { Failure } from "../../core/data/failure";
import { markupOf, signatureOf, type Signature } from "../read/signatures";

/** At most this share of a text's bytes are control characters; a few come from broken loggers. */
const MAX_CONTROL_SHARE = 0.01;

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
  let control = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) control++;
  return control > bytes.length * MAX_CONTROL_SHARE ? { kind: "binary" } : null;
}
