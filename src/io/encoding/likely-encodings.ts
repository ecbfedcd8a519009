import { decoderFor } from "./decoder";
import type { Alphabet } from "./letter-bits";
import { alphabetCost } from "./alphabet-cost";
import { SCRIPT_COSTS, scriptCost } from "./script-cost";

/** An encoding in which some bytes may be written. */
export interface Candidate {
  readonly encoding: string;
  /** The bytes, read so. */
  readonly text: string;
  /** How many bits the text costs in the language that is likeliest for it: the fewer, the likelier. */
  readonly bits: number;
}

type Language = Alphabet | keyof typeof SCRIPT_COSTS;

interface Writing {
  readonly encoding: string;
  readonly languages: readonly Language[];
  /** By how many bits it has to be better than the usual one. */
  readonly handicap: number;
}

/** What TextDecoder can read and people write; the rarer ones have to be clearly better. */
const WAYS_OF_WRITING: readonly Writing[] = [
  { encoding: "windows-1252", languages: ["western"], handicap: 0 },
  { encoding: "windows-1250", languages: ["central"], handicap: 5 },
  { encoding: "iso-8859-2", languages: ["central"], handicap: 7 },
  { encoding: "windows-1254", languages: ["turkish"], handicap: 6 },
  { encoding: "windows-1251", languages: ["cyrillic"], handicap: 4 },
  { encoding: "koi8-r", languages: ["cyrillic"], handicap: 6 },
  { encoding: "ibm866", languages: ["cyrillic"], handicap: 8 },
  { encoding: "windows-1253", languages: ["greek"], handicap: 5 },
  { encoding: "windows-1255", languages: ["hebrew"], handicap: 8 },
  { encoding: "windows-1256", languages: ["arabic"], handicap: 8 },
  { encoding: "windows-874", languages: ["thai"], handicap: 8 },
  { encoding: "macintosh", languages: ["western"], handicap: 10 },
  { encoding: "ibm850", languages: ["western"], handicap: 9 },
  { encoding: "ibm437", languages: ["western"], handicap: 10 },
  { encoding: "shift_jis", languages: ["japanese"], handicap: 4 },
  { encoding: "euc-jp", languages: ["japanese"], handicap: 6 },
  { encoding: "gb18030", languages: ["simplified"], handicap: 4 },
  { encoding: "big5", languages: ["traditional"], handicap: 5 },
  { encoding: "euc-kr", languages: ["korean"], handicap: 5 },
  // A few broken bytes in a text that is UTF-8 otherwise.
  {
    encoding: "utf-8",
    languages: ["western", "central", "cyrillic", "greek", "simplified", "japanese", "korean"],
    handicap: 0,
  },
];

const costs = new Map<Language, (text: string) => number>();

/**
 * Encodings in which bytes may be written, likeliest first. Each of them is tried: the text that comes out is weighed
 * by how often its characters are written in the language of the encoding, and by whether words look like words (a
 * capital inside, scripts mixed, signs between letters). So Shift JIS is told from Windows-1252, and KOI8-R from
 * Windows-1251, with as many letters as it takes.
 */
export function likelyEncodings(bytes: Uint8Array): readonly Candidate[] {
  return WAYS_OF_WRITING.map(({ encoding, languages, handicap }) => {
    const text = decoderFor(encoding).decode(bytes);
    return { encoding, text, bits: handicap + Math.min(...languages.map((language) => costIn(language)(text))) };
  }).sort((a, b) => a.bits - b.bits);
}

/** How many bits a text costs in a language. */
export function costIn(language: Language): (text: string) => number {
  const known = costs.get(language);
  if (known) return known;
  const made = isScript(language) ? scriptCost(SCRIPT_COSTS[language]) : alphabetCost(language);
  costs.set(language, made);
  return made;
}

function isScript(language: Language): language is keyof typeof SCRIPT_COSTS {
  return language in SCRIPT_COSTS;
}
