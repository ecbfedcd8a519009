import { markup, type Markup } from "../../core/report/markup";

interface Props {
  readonly symbols: readonly string[];
  /** Which of them stands out. */
  readonly here: number;
  readonly words: string;
  /** What is said of events that are not told; empty: there are none. */
  readonly before: string;
  readonly after: string;
  /** What an event without a symbol is called. */
  readonly nameless: string;
}

/** An event among its neighbours, in their order. */
export function eventsPicture({ symbols, here, words, before, after, nameless }: Props): Markup {
  const tokens = symbols.map((symbol, at) => {
    const kind = at === here ? markup` class="here"` : null;
    return markup`<li${kind}>${symbol === "" ? nameless : symbol}</li>`;
  });
  const told = (said: string) => (said === "" ? null : markup`<li>… ${said}</li>`);
  return markup`<ol class="events" aria-label="${words}">
    ${told(before)}${tokens}${told(after)}
  </ol>`;
}
