import { useEffect, useRef, type KeyboardEvent } from "react";
import { useListWindow } from "../../ui/use-list-window";
import { useWords } from "../../ui/use-words";
import { ChartFrame } from "../frame/chart-frame";
import type { Size } from "../use-size";
import { tintOf, tokensPerLine, tokenWidth } from "./geometry";
import classes from "./token-sequence.module.css";

/** One event of a sequence. */
export interface Token {
  readonly symbol: string;
  /** 0 to 100; NaN where it has no score. */
  readonly score100: number;
  readonly flagged: boolean;
}

interface Props {
  readonly title: string;
  readonly length: number;
  /** All symbols there are, for the width of a token. */
  readonly vocabulary: readonly string[];
  readonly tokenAt: (event: number) => Token;
  /** Whether it is sequences that are flagged, as a whole: then one token is, that of the event that broke the pattern. */
  readonly wholes?: boolean;
  /** -1: none. */
  readonly selected: number;
  onSelect(event: number): void;
}

const LINE_PX = 30;
const MAX_TABLE_ROWS = 500;

/** A sequence as tokens in reading order, coloured by how unexpected they were; only the lines in view are drawn. */
export function TokenSequence(props: Props) {
  const { t } = useWords("series");
  const { title, length, tokenAt, wholes = false } = props;
  const table = () => ({
    columns: [t("tokens.position"), t("tokens.symbol"), t("tokens.score100")],
    rows: Array.from({ length: Math.min(length, MAX_TABLE_ROWS) }, (_, at) => {
      const { symbol, score100 } = tokenAt(at);
      return [String(at + 1), symbol, Number.isNaN(score100) ? "–" : score100.toFixed(1)];
    }),
    of: length,
  });
  return (
    <ChartFrame
      title={title}
      info={t(wholes ? "tokens.info-wholes" : "tokens.info")}
      table={table}
      empty={length === 0 ? t("tokens.empty") : undefined}
    >
      {(size) => <Lines {...props} size={size} />}
    </ChartFrame>
  );
}

function Lines({ title, length, vocabulary, tokenAt, selected, onSelect, size }: Props & { readonly size: Size }) {
  const { t } = useWords("series");
  const scroller = useRef<HTMLDivElement>(null);
  const width = tokenWidth(vocabulary);
  const perLine = tokensPerLine(size.width - 16, width);
  const lines = useListWindow({ count: Math.ceil(length / perLine), scroller, sizeOf: () => LINE_PX });
  const { scrollToIndex } = lines;
  useEffect(() => {
    if (selected >= 0) scrollToIndex(Math.floor(selected / perLine));
  }, [selected, perLine, scrollToIndex]);

  function onKeyDown(event: KeyboardEvent): void {
    const next = {
      ArrowRight: selected + 1,
      ArrowLeft: selected - 1,
      ArrowDown: selected < 0 ? 0 : selected + perLine,
      ArrowUp: selected - perLine,
      Home: 0,
      End: length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(Math.max(0, Math.min(length - 1, next)));
  }

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="listbox"
      aria-orientation="horizontal"
      aria-label={title}
      tabIndex={0}
      {...(selected >= 0 ? { "aria-activedescendant": `token-${selected}` } : {})}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: lines.getTotalSize(), position: "relative" }}>
        {lines.getVirtualItems().map(({ index, start }) => (
          <div key={index} role="presentation" className={classes.line} style={{ top: start, height: LINE_PX }}>
            {Array.from({ length: Math.min(perLine, length - index * perLine) }, (_, column) => {
              const at = index * perLine + column;
              const { symbol, score100, flagged } = tokenAt(at);
              return (
                <div
                  key={at}
                  id={`token-${at}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={at === selected}
                  aria-posinset={at + 1}
                  aria-setsize={length}
                  aria-label={t(flagged ? "tokens.said-flagged" : "tokens.said", {
                    symbol,
                    score100: Number.isNaN(score100) ? "–" : score100.toFixed(0),
                  })}
                  title={symbol}
                  className={classes.token}
                  data-flagged={flagged || undefined}
                  data-tint={tintOf(score100)}
                  style={{ width: width - 4 }}
                  onClick={() => onSelect(at)}
                >
                  {symbol}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
