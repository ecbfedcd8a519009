import { isShared } from "../../core/data/shared-numbers";

/** Something large that tasks need. Each thread is sent it once, and lets go of it once nobody here holds it any more. */
export interface Loan<T> {
  readonly id: string;
  readonly value: T;
  /** What a thread needs for it that cannot read it where it lies. */
  readonly bytes: number;
  /** Whoever borrowed it needs it no longer. Is called once. */
  giveBack(): void;
}

/**
 * What is lent to the threads. Who lends the same thing twice (told by `of`, an object that stands for it) gets the same
 * loan, so that runs which see the same send it once.
 *
 * @param onReturned called when nobody holds a loan any more
 */
export function createLoans(onReturned: (id: string) => void) {
  const known = new WeakMap<object, { readonly loan: Omit<Loan<unknown>, "giveBack">; holders: number }>();
  let made = 0;
  const nextId = () => `loan-${++made}`;

  return {
    nextId,
    /** @param id of a loan that a thread has made itself already */
    lend<T>(value: T, of: object, id = nextId()): Loan<T> {
      let entry = known.get(of);
      if (!entry) {
        entry = { loan: { id, value, bytes: bytesOf(value) }, holders: 0 };
        known.set(of, entry);
      }
      const held = entry;
      held.holders += 1;
      return {
        id: held.loan.id,
        value,
        bytes: held.loan.bytes,
        giveBack() {
          held.holders -= 1;
          if (held.holders > 0) return;
          known.delete(of);
          onReturned(held.loan.id);
        },
      };
    },
  };
}

/** Bytes of the numbers in plain data that would be copied. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return isShared(value) ? 0 : value.byteLength;
  if (value === null || typeof value !== "object" || Array.isArray(value)) return 0;
  return Object.values(value).reduce<number>((sum, part) => sum + bytesOf(part), 0);
}
