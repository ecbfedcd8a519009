import { sourceRowOf } from "../../core/data/dataset";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import { csvChunks, type ExtraColumn } from "../../io/write/csv";
import { timeCell } from "../../io/write/csv-cell";
import type { Stretch, StretchesExport, StretchWords } from "../protocol";
import type { StoredRun } from "../stored-run";

const MS_PER_DAY = 86_400_000;

/** Stretches as CSV, one line each; rows as people count them, times as in an export of rows. */
export function stretchesCsv(
  { table: { dataset } }: StoredRun,
  { names, samples }: PreparedSeries,
  stretches: readonly Stretch[],
  { format, words }: StretchesExport,
): Blob {
  const isDaily =
    samples.isClock && samples.step % MS_PER_DAY === 0 && stretches.every(({ from }) => from % MS_PER_DAY === 0);
  const time = (at: number) => (samples.isClock ? timeCell(at, isDaily) : at);
  const column = (name: keyof StretchWords, cell: (stretch: Stretch) => string | number | null): ExtraColumn => ({
    name: words[name],
    cell: (at) => cell(stretches[at]!), // one row per stretch
  });
  const extra: ExtraColumn[] = [
    ...(names.length > 1 ? [column("series", ({ series }) => names[series] ?? null)] : []),
    column("from", ({ from }) => time(from)),
    column("to", ({ to }) => time(to)),
    column("steps", ({ steps }) => steps),
    column("flagged", ({ flagged }) => flagged),
    column("peak", ({ peak }) => peak),
    column("peakTime", ({ peakTime }) => time(peakTime)),
    column("firstRow", ({ firstRow }) => sourceRowOf(dataset, firstRow)),
    column("lastRow", ({ lastRow }) => sourceRowOf(dataset, lastRow)),
    column("channels", ({ channels }) => channels.map((one) => dataset.columns[one.column]?.name ?? "").join("; ")),
    column("actual", ({ channels }) => channels[0]?.actual ?? null),
    column("expected", ({ channels }) => channels[0]?.expected ?? null),
    column("departure", ({ channels }) => channels[0]?.times ?? null),
  ];
  const rows = Uint32Array.from({ length: stretches.length }, (_, at) => at);
  const chunks = [...csvChunks({ columns: [], rows, extra, format })];
  return new Blob(
    chunks.map(({ text }) => text),
    { type: "text/csv;charset=utf-8" },
  );
}
