import fc from "fast-check";
import { seededRandom } from "../core/math/random";
import { encodedAs } from "./encoded-as";

/** A file that was a table once, and what was done to it. */
export interface MutatedFile {
  readonly form: Form;
  readonly delimiter: string;
  readonly encoding: string;
  readonly mutations: readonly Mutation[];
  readonly seed: number;
}

type Form = "words" | "quoted" | "numbers" | "json-lines" | "json" | "arff" | "log";
type Mutation = keyof typeof ON_TEXT | keyof typeof ON_BYTES;
type Random = () => number;

const ROWS = 40;
const HUGE_CELL = 5_000_000;
const MANY_COLUMNS = 100_000;
const DELIMITERS = [",", ";", "\t", "|", " ", "||"];
const ENCODINGS = ["utf-8", "utf-8", "windows-1252", "shift_jis", "windows-1251", "utf-16le"];

/** Damage that is done to the text, before it is written. */
const ON_TEXT = {
  "mixed delimiters": (text: string, random: Random) =>
    eachLine(text, (line) => (random() < 0.3 ? line.replaceAll(/[,;\t|]/g, pick(DELIMITERS, random)) : line)),
  "stray quotes": (text: string, random: Random) =>
    scattered(text, random, () => pick(['"', "'", '""', '\\"'], random)),
  "mixed line ends": (text: string, random: Random) => text.replaceAll("\n", () => pick(["\n", "\r\n", "\r"], random)),
  "lines of other lengths": (text: string, random: Random) =>
    eachLine(text, (line) => (random() < 0.2 ? line + ",x".repeat(Math.floor(random() * 9)) : line)),
  "blank and broken lines": (text: string, random: Random) =>
    eachLine(text, (line) => (random() < 0.2 ? `\n# ${line}\n\n${line.slice(0, 3)}` : line)),
  "hostile words": (text: string, random: Random) =>
    scattered(text, random, () => pick(["__proto__", "1e999", "-0", "NaN", "\u0000", "=1+1", "{", "\ufeff"], random)),
  "no line ends": (text: string) => text.replaceAll("\n", " "),
  "a huge cell": (text: string, random: Random) =>
    insertedAt(text, random, pick(["x", "7", '"', ",", " ", "\\", "1 "], random).repeat(HUGE_CELL)),
  "very many columns": (text: string, random: Random) =>
    insertedAt(text, random, `${pick(DELIMITERS, random)}1`.repeat(MANY_COLUMNS)),
} as const;

/** Damage that is done to the bytes. */
const ON_BYTES = {
  "bytes flipped": (bytes: Bytes, random: Random) => {
    const flipped = bytes.slice();
    for (let i = 0; i <= bytes.length / 50; i++) flipped[place(bytes, random)] = Math.floor(random() * 256);
    return flipped;
  },
  cut: (bytes: Bytes, random: Random) => bytes.slice(0, place(bytes, random)),
  "begins in the middle": (bytes: Bytes, random: Random) => bytes.slice(place(bytes, random)),
  "a part left out": (bytes: Bytes, random: Random) => joined(bytes.slice(0, place(bytes, random)), bytes.slice(-50)),
  "a part twice": (bytes: Bytes, random: Random) => joined(bytes, bytes.slice(place(bytes, random))),
  "zeros behind": (bytes: Bytes) => joined(bytes, new Uint8Array(2000)),
  "another encoding behind": (bytes: Bytes, random: Random) =>
    joined(bytes, written(tableOf("words", ",", random), pick(ENCODINGS, random))),
  "a mark in front": (bytes: Bytes, random: Random) =>
    joined(Uint8Array.from(pick([[0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0x1f, 0x8b], [0]], random)), bytes),
} as const;

type Bytes = Uint8Array<ArrayBuffer>;

const isOnText = (mutation: Mutation): mutation is keyof typeof ON_TEXT => mutation in ON_TEXT;
// The keys of an object are its keys.
const usual = [...Object.keys(ON_TEXT).slice(0, -2), ...Object.keys(ON_BYTES)] as Mutation[];

/** Small made-up tables in many forms, damaged in up to four ways. */
export const mutatedFile: fc.Arbitrary<MutatedFile> = fc.record({
  form: fc.constantFrom<Form>("words", "quoted", "quoted", "numbers", "json-lines", "json", "arff", "log"),
  delimiter: fc.constantFrom(...DELIMITERS),
  encoding: fc.constantFrom(...ENCODINGS),
  mutations: fc.array(
    fc.oneof(
      { weight: 18, arbitrary: fc.constantFrom(...usual) },
      { weight: 1, arbitrary: fc.constantFrom<Mutation>("a huge cell", "very many columns") },
    ),
    { minLength: 1, maxLength: 4 },
  ),
  seed: fc.nat(),
});

/** Its bytes: the same for the same description. */
export function bytesOfMutated({ form, delimiter, encoding, mutations, seed }: MutatedFile): Uint8Array<ArrayBuffer> {
  const random = seededRandom(seed);
  let text = tableOf(form, delimiter, random);
  for (const mutation of mutations) if (isOnText(mutation)) text = ON_TEXT[mutation](text, random);
  let bytes = written(text, encoding);
  for (const mutation of mutations) if (!isOnText(mutation)) bytes = ON_BYTES[mutation](bytes, random);
  return bytes;
}

function tableOf(form: Form, delimiter: string, random: Random): string {
  const row = (i: number) => ({
    id: i,
    when: `2024-03-0${1 + (i % 9)}`,
    kind: pick(WORDS, random),
    size: random() * 9,
  });
  const rows = Array.from({ length: ROWS }, (_, i) => row(i));
  const lines = (line: (one: ReturnType<typeof row>) => string) => `${rows.map(line).join("\n")}\n`;
  const header = ["id", "when", "kind", "size"].join(delimiter);
  switch (form) {
    case "words":
      return `${header}\n${lines((one) => Object.values(one).join(delimiter))}`;
    case "quoted":
      return `${header}\n${lines(({ id, kind, size }) => [id, `"a ""b""\n${kind}, c"`, `"${kind}"`, size].join(delimiter))}`;
    case "numbers":
      return lines(({ id, size }) => [id, size, -size, 3 * size].join(delimiter));
    case "json-lines":
      return lines((one) => JSON.stringify({ ...one, deep: { a: [one.size] } }));
    case "json":
      return JSON.stringify(rows);
    case "arff":
      return `@relation r\n@attribute id numeric\n@attribute kind string\n@data\n${lines(({ id, kind }) => `${id},'${kind}'`)}`;
    case "log":
      return lines(
        ({ id, size }) => `10.0.0.${id} - - [04/Mar/2024:05:06:0${id % 10} +0100] "GET /${id} HTTP/1.1" 200 ${size}`,
      );
  }
}

const WORDS = ["bolt", "größer", "良品", "Москва", "a b", "n/a", "", "-", "x,y", "12 °C"];

function written(text: string, encoding: string): Bytes {
  if (encoding === "utf-8") return Uint8Array.from(new TextEncoder().encode(text));
  if (encoding === "utf-16le") {
    const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    return new Uint8Array(units.buffer);
  }
  const known = [...new Set(text)].map((character) => [character, bytesOrMark(character, encoding)] as const);
  const bytesOf = new Map(known);
  const parts: number[] = [];
  for (const character of text) parts.push(...(bytesOf.get(character) ?? []));
  return Uint8Array.from(parts);
}

function bytesOrMark(character: string, encoding: string): readonly number[] {
  try {
    return [...encodedAs(character, encoding)];
  } catch {
    return [0x3f];
  }
}

function eachLine(text: string, change: (line: string) => string): string {
  return text.split("\n").map(change).join("\n");
}

function scattered(text: string, random: Random, word: () => string): string {
  let damaged = text;
  for (let i = 0; i < 6; i++) damaged = insertedAt(damaged, random, word());
  return damaged;
}

function insertedAt(text: string, random: Random, part: string): string {
  const at = Math.floor(random() * text.length);
  return text.slice(0, at) + part + text.slice(at);
}

function place(bytes: Bytes, random: Random): number {
  return Math.floor(random() * bytes.length);
}

function pick<T>(all: readonly T[], random: Random): T {
  return all[Math.floor(random() * all.length)]!; // below the length
}

function joined(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
