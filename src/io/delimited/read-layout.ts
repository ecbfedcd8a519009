import type { DelimitedPlan } from "../../core/data/dialect";
import { headRows, headText } from "./head-rows";
import { readHead, type TextFile } from "./read-head";
import { layoutOf, type TableLayout } from "./table-layout";

/**
 * The columns of a file, from its beginning, and the names as they stand there; none without a header.
 *
 * @throws Failure `empty-file`, `header-only`, `not-text`, `bad-gzip`, `bad-encoding`, `file-vanished`, `too-many-columns`
 */
export async function readLayout(
  source: TextFile,
  { settings }: DelimitedPlan,
): Promise<{ readonly layout: TableLayout; readonly header: readonly string[] }> {
  const head = await readHead(source, settings.compression);
  const { rows } = headRows(headText(head, settings.encoding), head.whole, settings);
  const layout = layoutOf(rows, settings.header);
  return { layout, header: layout.written };
}
