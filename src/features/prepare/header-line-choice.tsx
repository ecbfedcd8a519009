import { UnstyledButton } from "@mantine/core";
import type { HeaderLines } from "../../core/data/dialect";
import { useWords } from "../../ui/use-words";
import classes from "./data-panel.module.css";

interface Props {
  readonly lines: readonly (readonly string[])[];
  readonly header: HeaderLines;
  onChoose(header: HeaderLines): void;
}

/** The first lines of the file; a click on one says that it holds the names of the columns. */
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
            <li key={line}>
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
            </li>
          );
        })}
      </ol>
    </details>
  );
}
