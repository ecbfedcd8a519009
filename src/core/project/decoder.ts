/** Where a value stands in a document: ["detectors", 2, "params"]. */
export type Path = readonly (string | number)[];

/** Called for every value that could not be used. */
export type Drop = (path: Path) => void;

/**
 * Reads a value that may be anything. Answers with a new, lawful value; undefined where none can be made of it, which
 * has then been told to `drop`.
 */
export type Decoder<T> = (value: unknown, path: Path, drop: Drop) => T | undefined;

type Decoders<T> = { readonly [K in keyof T]-?: Decoder<T[K]> };
type Shaped<T> = { readonly [K in keyof T]-?: readonly [decode: Decoder<T[K]>, fallback: T[K]] };

/** A value by itself: whatever `check` does not answer with undefined. */
export function leaf<T>(check: (value: unknown) => T | undefined): Decoder<T> {
  return (value, path, drop) => {
    const found = check(value);
    if (found === undefined) drop(path);
    return found;
  };
}

export const truth = leaf((value) => (typeof value === "boolean" ? value : undefined));

/** A text of at most `longest` characters. */
export const text = (longest: number, isLawful: (found: string) => boolean = () => true): Decoder<string> =>
  leaf((value) => (typeof value === "string" && value.length <= longest && isLawful(value) ? value : undefined));

/** A finite number within bounds. Minus zero, which JSON cannot tell, becomes zero. */
export const finite = (min = -Infinity, max = Infinity): Decoder<number> =>
  leaf((value) =>
    typeof value === "number" && Number.isFinite(value) && value >= min && value <= max ? value + 0 : undefined,
  );

export const whole = (min: number, max: number = Number.MAX_SAFE_INTEGER): Decoder<number> =>
  leaf((value) =>
    typeof value === "number" && Number.isSafeInteger(value) && value >= min && value <= max ? value + 0 : undefined,
  );

/** One of a few values, compared as they are. */
export const oneOf = <const T>(options: readonly T[]): Decoder<T> =>
  leaf((value) => options.find((option) => option === value));

export const nullable =
  <T>(decode: Decoder<T>): Decoder<T | null> =>
  (value, path, drop) =>
    value === null ? null : decode(value, path, drop);

/** A list without the entries that are not lawful, and without those after the first `most`. */
export const listOf =
  <T>(decode: Decoder<T>, most: number): Decoder<readonly T[]> =>
  (value, path, drop) => {
    if (!Array.isArray(value)) return dropped(path, drop);
    if (value.length > most) drop([...path, most]);
    // Array.from, because an empty place of an array is a damaged entry too.
    return Array.from(value.slice(0, most)).flatMap((one: unknown, at): T[] => {
      const found = decode(one, [...path, at], drop);
      return found === undefined ? [] : [found];
    });
  };

/** Values by name, without those that are not lawful. */
export const dictionaryOf =
  <T>(decode: Decoder<T>): Decoder<Readonly<Record<string, T>>> =>
  (value, path, drop) => {
    if (!isRecord(value)) return dropped(path, drop);
    const entries = Object.entries(value).flatMap(([name, one]): [string, T][] => {
      const found = decode(one, [...path, name], drop);
      return found === undefined ? [] : [[name, found]];
    });
    return Object.fromEntries(entries);
  };

/** An object whose fields each stand in for themselves: what is absent or not lawful takes its fallback. */
export function recordOf<T extends object>(fields: Shaped<T>): Decoder<T> {
  return (value, path, drop) => {
    if (!isRecord(value)) return dropped(path, drop);
    const found = Object.entries<readonly [Decoder<unknown>, unknown]>(fields).map(([name, [decode, fallback]]) => {
      const one = Object.hasOwn(value, name) ? decode(value[name], [...path, name], drop) : undefined;
      return [name, one === undefined ? fallback : one];
    });
    // Every field of T has an entry, each decoded as the type of that field.
    return Object.fromEntries(found) as T;
  };
}

/** An object of which only those fields are kept that are there and lawful. */
export function partOf<T extends object>(fields: Decoders<T>): Decoder<Partial<T>> {
  return (value, path, drop) => {
    if (!isRecord(value)) return dropped(path, drop);
    const found = Object.entries<Decoder<unknown>>(fields).flatMap(([name, decode]) => {
      const one = Object.hasOwn(value, name) ? decode(value[name], [...path, name], drop) : undefined;
      return one === undefined ? [] : [[name, one]];
    });
    // Every entry is decoded as the type of its field.
    return Object.fromEntries(found) as Partial<T>;
  };
}

/** An object that says nothing unless all of its fields are lawful. */
export function wholeOf<T extends object>(fields: Decoders<T>): Decoder<T> {
  return (value, path, drop) => {
    if (!isRecord(value)) return dropped(path, drop);
    const found = Object.entries<Decoder<unknown>>(fields).map(([name, decode]): [string, unknown] => [
      name,
      decode(Object.hasOwn(value, name) ? value[name] : undefined, [...path, name], drop),
    ]);
    if (found.some(([, one]) => one === undefined)) return undefined;
    // Every field of T has an entry, each decoded as the type of that field.
    return Object.fromEntries(found) as T;
  };
}

/** An object with the fields of both, where both can be made of it. */
export const bothOf =
  <A extends object, B extends object>(one: Decoder<A>, other: Decoder<B>): Decoder<A & B> =>
  (value, path, drop) => {
    const first = one(value, path, drop);
    const second = first && other(value, path, drop);
    return first && second && { ...first, ...second };
  };

/** One of several kinds of object, told apart by the field `tag`. */
export function variantOf<T extends object>(tag: string, kinds: Readonly<Record<string, Decoder<T>>>): Decoder<T> {
  return (value, path, drop) => {
    const name = isRecord(value) && Object.hasOwn(value, tag) ? value[tag] : undefined;
    const decode = typeof name === "string" && Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    return decode ? decode(value, path, drop) : dropped(path, drop);
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function dropped(path: Path, drop: Drop): undefined {
  drop(path);
}
