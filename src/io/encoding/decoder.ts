import { DOS_CODE_PAGES } from "../../core/data/dos-code-pages";

/** What makes text of bytes, piece by piece. */
export type Decoder = Pick<TextDecoder, "encoding" | "decode">;

const CHARACTERS_AT_ONCE = 8192;

/**
 * A decoder of an encoding that the browser knows, or of a code page of DOS.
 *
 * @throws RangeError when nobody knows it
 */
export function decoderFor(encoding: string): Decoder {
  const page = DOS_CODE_PAGES.get(encoding.toLowerCase());
  return page === undefined ? new TextDecoder(encoding) : dosDecoder(encoding.toLowerCase(), page);
}

function dosDecoder(encoding: string, page: string): Decoder {
  const codes = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 128 ? byte : page.charCodeAt(byte - 128)));
  return {
    encoding,
    decode(input) {
      if (!input) return "";
      const bytes = ArrayBuffer.isView(input)
        ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
        : new Uint8Array(input);
      let text = "";
      for (let from = 0; from < bytes.length; from += CHARACTERS_AT_ONCE) {
        const piece = Uint16Array.from(bytes.subarray(from, from + CHARACTERS_AT_ONCE), (byte) => codes[byte] ?? byte);
        text += String.fromCharCode(...piece);
      }
      return text;
    },
  };
}
