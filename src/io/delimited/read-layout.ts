import type { DelimitedPlan, Dialect } from "../../core/data/dialect";
import { quotedEdges } from "./quoted-edges";
import { headRows, headText } from "./head-rows";
import { readHead, type TextFile } from "./read-head";
import { layoutOf, type TableLayout } from "./table-layout";

/**
 * The columns of a file, from its beginning, the names as they stand there (none without a header), and whether every cell
 * there stands in quotes.
 *
 * @throws Failure `empty-file`, `header-only`, `not-text`, `bad-gzip`, `bad-encoding`, `file-vanished`, `too-many-columns`
 */
export async function readLayout(
  source: TextFile,
  { settings }: DelimitedPlan,
): Promise<{ readonly layout: TableLayout; readonly header: readonly string[]; readonly isQuoted: boolean }> {
  const head = await readHead(source, settings.compression);
  const text = headText(head, settings.encoding);
  const { rows, characters } = headRows(text, head.whole, settings);
  const layout = layoutOf(rows, settings.header, head.whole);
  return { layout, header: layout.written, isQuoted: isQuoted(text.slice(0, characters), rows, settings) };
}

function isQuoted(text: string, rows: readonly (readonly string[])[], { quote, delimiter }: Dialect): boolean {
  if (quote === "") return false;
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  return cells > 0 && quotedEdges(text, quote, [delimiter]) >= cells;
}
