import type { LineAside } from "../../core/data/read-report";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./data-panel.module.css";

/** The lines of the file that were not read as rows, each with its place and its beginning. */
export function LinesAside({ lines }: { readonly lines: readonly LineAside[] }) {
  const { t, i18n } = useWords("prepare");
  if (lines.length === 0) return null;
  return (
    <details className={classes.lines}>
      <summary>
        {t("report.linesAside", { count: lines.length, lines: formatCount(lines.length, i18n.language) })}
      </summary>
      <ol aria-label={t("report.leftOutLines")}>
        {lines.map(({ line, text }) => (
          <li key={line} className={classes.line}>
            <span className={classes.lineNumber}>{line}</span>
            <span className={classes.lineText} title={text}>
              {text}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
