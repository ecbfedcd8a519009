/** Per row the first row with the same two hashes: itself where none is before it. */
export function firstEqual(first: Int32Array, second: Int32Array): Uint32Array {
  const count = first.length;
  let size = 4;
  while (size < 2 * count) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const equal = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    let slot = (first[row]! ^ Math.imul(second[row]!, 0x9e3779b1)) & (size - 1); // row < count
    for (;;) {
      const other = slots[slot]!; // a slot
      if (other < 0) {
        slots[slot] = row;
        equal[row] = row;
        break;
      }
      if (first[other] === first[row] && second[other] === second[row]) {
        equal[row] = other;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return equal;
}
