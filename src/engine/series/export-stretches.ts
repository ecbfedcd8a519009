import { sourceRowOf } from "../../core/data/dataset";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import { timeCell } from "../../io/write/csv-cell";
import { csvFile } from "../../io/write/csv-file";
import type { AddedColumn } from "../../io/write/file-writer";
import type { Stretch, StretchesExport, StretchWords } from "../protocol";
import { zoneIn } from "./step-labels";
import type { StoredRun } from "../stored-run";

const MS_PER_DAY = 86_400_000;

/** Stretches as CSV, one line each; rows as people count them, times as in an export of rows. */
export async function stretchesCsv(
  { table, request }: StoredRun,
  { names, samples }: PreparedSeries,
  stretches: readonly Stretch[],
  { format, words }: StretchesExport,
): Promise<Blob> {
  const isDaily =
    samples.isClock && samples.step % MS_PER_DAY === 0 && stretches.every(({ from }) => from % MS_PER_DAY === 0);
  const { dataset } = table;
  const zone = zoneIn(table, request.recipe);
  const time = (at: number) => (samples.isClock ? timeCell(at, isDaily, zone) : at);
  type Cell = (stretch: Stretch) => string | number | null;
  const column = (kind: AddedColumn["kind"], name: keyof StretchWords, cell: Cell): AddedColumn => ({
    name: words[name],
    kind,
    cell: (at) => cell(stretches[at]!), // one row per stretch
  });
  const number = (name: keyof StretchWords, cell: Cell) => column("number", name, cell);
  const moment = (name: keyof StretchWords, at: (stretch: Stretch) => number) =>
    column(samples.isClock ? "text" : "number", name, (stretch) => time(at(stretch)));
  const channelsOf = ({ channels }: Stretch) =>
    channels.map((one) => dataset.columns[one.column]?.name ?? "").join("; ");
  const added: AddedColumn[] = [
    ...(names.length > 1 ? [column("text", "series", ({ series }) => names[series] ?? null)] : []),
    moment("from", ({ from }) => from),
    moment("to", ({ to }) => to),
    number("steps", ({ steps }) => steps),
    number("flagged", ({ flagged }) => flagged),
    number("peak", ({ peak }) => peak),
    moment("peakTime", ({ peakTime }) => peakTime),
    number("firstRow", ({ firstRow }) => sourceRowOf(dataset, firstRow)),
    number("lastRow", ({ lastRow }) => sourceRowOf(dataset, lastRow)),
    column("text", "channels", channelsOf),
    number("actual", ({ channels }) => channels[0]?.actual ?? null),
    number("expected", ({ channels }) => channels[0]?.expected ?? null),
    number("departure", ({ channels }) => channels[0]?.times ?? null),
  ];
  const rows = Uint32Array.from({ length: stretches.length }, (_, at) => at);
  const { mediaType, begin } = csvFile(format);
  const writer = await begin({
    columns: [],
    added,
    rowCount: rows.length,
    isQuoted: false,
    numbers: { decimal: ".", thousands: "" },
  });
  const parts = [...(await writer.add({ rows, cell: null })), ...(await writer.finish())];
  return new Blob(parts, { type: mediaType });
}
