import { filledNote } from "../../core/data/fill-note";
import type { RowExplanation } from "../../core/explain/explanation";
import type { CallTools } from "../calls/host";
import type { Kinds } from "../kinds/kinds";
import { quiet } from "../preparing";
import type { ExportRequest, ExportWords } from "../protocol";
import type { StoredRun } from "../stored-run";

const MAX_REASONS_WRITTEN = 3;

/** Why flagged rows have their scores, by row and in words; the other rows have no reason worth the name. */
export async function reasonsOf(
  run: StoredRun,
  kinds: Kinds,
  rows: Uint32Array,
  { threshold, words, format, withoutReasons }: ExportRequest,
  tools: CallTools,
): Promise<ReadonlyMap<number, string>> {
  const { scores } = run.result;
  const flagged = rows.filter((row) => scores[row]! >= threshold); // a score for each row
  if (flagged.length === 0 || withoutReasons) return new Map();
  const explanations = await kinds.of(run.request.recipe).explain(run, flagged, quiet(tools));
  return new Map(
    explanations.map((explanation) => {
      const { row, finding } = explanation;
      const sentence = finding ? filledNote(finding, words.sentences, format.decimal) : null;
      return [row, sentence ?? inWords(explanation, run, words)];
    }),
  );
}

/** How a reason is written, and what stands between two of them, where the person's language does not say. */
const PLAIN_REASON = "{{column}} ({{direction}}, {{percent}} %)";
const PLAIN_BETWEEN = "; ";

/** "amount (high, 62 %); country (rare, 20 %)": short, and the same for every detector. */
export function inWords(
  { contributions }: Pick<RowExplanation, "contributions">,
  run: StoredRun,
  words: ExportWords,
): string {
  const { "export.reason": one = PLAIN_REASON, "export.between": between = PLAIN_BETWEEN } = words.sentences.templates;
  return contributions
    .filter(({ share }) => share > 0)
    .slice(0, MAX_REASONS_WRITTEN)
    .map(({ column, direction, share }) => {
      const said: Readonly<Record<string, string>> = {
        column: run.table.dataset.columns[column]?.name ?? "",
        direction: words.directions[direction],
        percent: String(Math.round(100 * share)),
      };
      return one.replace(/\{\{(\w+)\}\}/g, (_, name: string) => said[name] ?? "");
    })
    .join(between);
}
