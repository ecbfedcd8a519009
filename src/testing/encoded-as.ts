/** Bytes of a text in an encoding that TextDecoder can only read: the characters of all its bytes, turned around. */
export function encodedAs(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  const bytesOf = bytesIn(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = bytesOf.get(character);
      if (!bytes) throw new RangeError(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

const known = new Map<string, ReadonlyMap<string, readonly number[]>>();

function bytesIn(encoding: string): ReadonlyMap<string, readonly number[]> {
  const found = known.get(encoding);
  if (found) return found;
  const decoder = new TextDecoder(encoding);
  const bytesOf = new Map<string, readonly number[]>();
  const learn = (...bytes: number[]) => {
    const [character, ...more] = decoder.decode(Uint8Array.from(bytes));
    if (character && more.length === 0 && character !== "\ufffd" && !bytesOf.has(character))
      bytesOf.set(character, bytes);
  };
  for (let one = 0; one < 256; one++) learn(one);
  for (let lead = 0x81; lead < 255; lead++) for (let trail = 0x40; trail < 255; trail++) learn(lead, trail);
  known.set(encoding, bytesOf);
  return bytesOf;
}
