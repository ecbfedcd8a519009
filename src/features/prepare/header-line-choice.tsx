import { Button, UnstyledButton } from "@mantine/core";
import type { HeaderLines } from "../../core/data/dialect";
import { useWords } from "../../ui/use-words";
import classes from "./data-panel.module.css";

interface Props {
  readonly lines: readonly (readonly string[])[];
  readonly header: HeaderLines;
  onChoose(header: HeaderLines): void;
}

/** Names of columns stand in no more lines than these. */
const MAX_LINES = 10;

/**
 * The first lines of the file; a click on one says that it holds the names of the columns, and one on the mark beside a
 * line below it that the names go on to there.
 */
export function HeaderLineChoice({ lines, header, onChoose }: Props) {
  const { t } = useWords("prepare");
  if (lines.length < 2) return null;
  return (
    <details className={classes.lines}>
      <summary>{t("data.chooseLine")}</summary>
      <ol>
        {lines.map((cells, at) => {
          const line = at + 1;
          const filled = cells.filter((cell) => cell.trim() !== "");
          const text = filled.length > 0 ? filled.join(" · ") : t("data.emptyLine");
          return (
            <li key={line} className={classes.lineRow}>
              <UnstyledButton
                className={classes.line}
                aria-pressed={line >= header.first && line < header.first + header.count}
                aria-label={t("data.lineHoldsNames", { line, text })}
                disabled={filled.length === 0}
                onClick={() => onChoose({ first: line, count: 1 })}
              >
                <span className={classes.lineNumber}>{line}</span>
                <span className={classes.lineText}>{text}</span>
              </UnstyledButton>
              {filled.length > 0 && mayEndAt(line, header) && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  className={classes.lineEnd}
                  aria-label={t("data.namesEndAt", { first: header.first, line })}
                  onClick={() => onChoose({ first: header.first, count: line - header.first + 1 })}
                >
                  {t("data.toHere")}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}

/** Whether the names, which begin where they begin, could end at this line instead. */
function mayEndAt(line: number, { first, count }: HeaderLines): boolean {
  const last = first + count - 1;
  return count > 0 && line >= first && line !== last && line < first + MAX_LINES;
}
