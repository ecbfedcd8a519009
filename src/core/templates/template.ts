import { maskToken } from "./mask-token";

/** Stands in a template where its messages differ. */
export const WILDCARD = "<*>";

/** A message is told by its first line, and by so many words of it. */
const MAX_WORDS = 60;
const MAX_LENGTH = 4000;
const CUT_OFF = "…";

/** The words of a message that templates are made of; of a longer one the first, and a mark that it goes on. */
export function wordsOfMessage(message: string): readonly string[] {
  const end = message.indexOf("\n");
  const isLong = end > MAX_LENGTH || (end < 0 && message.length > MAX_LENGTH);
  const line = message.slice(0, isLong ? MAX_LENGTH : end < 0 ? message.length : end);
  const words = line.split(/\s+/).filter((word) => word !== "");
  return isLong || words.length > MAX_WORDS ? [...words.slice(0, MAX_WORDS), CUT_OFF] : words;
}

/** What a message says where its template leaves it open, in order. */
export function variablesIn(words: readonly string[], template: readonly string[]): readonly string[] {
  return template.flatMap((token, at) => {
    const word = words[at] ?? "";
    if (token === WILDCARD) return [word];
    return token === word ? [] : maskToken(word).values;
  });
}

/** What a message is about, where it names it: `blk_-1608999687919862906`, or a UUID; empty where it does not. */
export function subjectIn(message: string): string {
  return SUBJECT_PATTERN.exec(message.slice(0, MAX_LENGTH))?.[0] ?? "";
}

const SUBJECT_PATTERN =
  /\b(?:[A-Za-z]{1,30}_-?\d{6,40}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/;
