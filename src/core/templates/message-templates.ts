import { Drain, NO_TEMPLATE } from "./drain";
import { maskToken } from "./mask-token";
import { variablesIn, wordsOfMessage } from "./template";

/** The templates of a list of messages. */
export interface MessageTemplates {
  /** Of each message, its place in `templates`; -1 for an empty message, and for one that fits none. */
  readonly codes: Int32Array;
  readonly templates: readonly string[];
  /** Of each message, what it says where its template leaves it open. */
  readonly variables: readonly string[];
  /** Messages that fit none, since as many templates were found as are told apart. */
  readonly without: number;
}

/** Between the variables of a message. */
const BETWEEN_VARIABLES = " | ";
/** Messages between two looks at whether to go on. */
const MESSAGES_PER_PIECE = 2000;

/**
 * Finds the templates of messages: once through all of them to learn, and once more to say what each of them leaves open,
 * since a template may open up further on. Templates that have become equal are one. `checkpoint` is told how much is done.
 */
export async function messageTemplates(
  messages: { readonly length: number; at(index: number): string | undefined },
  checkpoint: (done: number) => Promise<void> = () => Promise.resolve(),
): Promise<MessageTemplates> {
  const drain = new Drain();
  const codes = new Int32Array(messages.length).fill(NO_TEMPLATE);
  let without = 0;
  for (let at = 0; at < codes.length; at++) {
    if (at % MESSAGES_PER_PIECE === 0) await checkpoint(at / codes.length / 2);
    const words = wordsOfMessage(messages.at(at) ?? "");
    if (words.length === 0) continue;
    codes[at] = drain.add(words.map((word) => maskToken(word).masked));
    if (codes[at] === NO_TEMPLATE) without++;
  }
  const tokens = drain.templates();
  const texts = tokens.map((template) => template.join(" "));
  const templates = [...new Set(texts)];
  const placeOf = new Map(templates.map((text, place) => [text, place]));
  const variables = new Array<string>(codes.length).fill("");
  for (let at = 0; at < codes.length; at++) {
    if (at % MESSAGES_PER_PIECE === 0) await checkpoint(0.5 + at / codes.length / 2);
    const code = codes[at]!; // below codes.length
    const template = tokens[code];
    if (!template) continue;
    variables[at] = variablesIn(wordsOfMessage(messages.at(at) ?? ""), template).join(BETWEEN_VARIABLES);
    codes[at] = placeOf.get(texts[code] ?? "") ?? NO_TEMPLATE;
  }
  return { codes, templates, variables, without };
}
