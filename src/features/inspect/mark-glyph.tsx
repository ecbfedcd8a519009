import { useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import classes from "./mark-glyph.module.css";

const glyphs = { anomaly: "▲", "not-anomaly": "✓", unsure: "?" } as const;

/** What was said of a row, beside its number; nothing where nothing was. */
export function MarkGlyph({ row }: { readonly row: number }) {
  const verdict = useSession((state) => state.marked.byRow.get(row)?.verdict);
  return verdict ? <Glyph verdict={verdict} /> : null;
}

function Glyph({ verdict }: { readonly verdict: keyof typeof glyphs }) {
  const { t } = useWords("judge");
  return (
    <span className={classes.glyph} data-verdict={verdict} role="img" aria-label={t(verdict)} title={t(verdict)}>
      {glyphs[verdict]}
    </span>
  );
}
