import { arffReader } from "../arff/arff-reader";
import { delimitedReader } from "../delimited/delimited-reader";
import { imagesReader } from "../images/images-reader";
import { jsonReader } from "../json/json-reader";
import { logReader } from "../logs/log-reader";
import { npyReader } from "../npy/npy-reader";
import { parquetReader } from "../parquet/parquet-reader";
import { severalOver } from "../several/several-reader";
import { xlsxReader } from "../xlsx/xlsx-reader";

/** All formats that can be read. Where two of them claim as many files, the earlier one reads them. */
const formats = [
  xlsxReader,
  npyReader,
  parquetReader,
  imagesReader,
  jsonReader,
  arffReader,
  logReader,
  delimitedReader,
] as const;

/** The same, and several tables together. */
export const readers = [...formats, severalOver(formats)] as const;

export type Reader = (typeof readers)[number];

type ReportOf<R> = R extends { readonly format: infer F; read(...given: never): Promise<{ readonly report: infer T }> }
  ? { readonly format: F; readonly report: T }
  : never;

/** What a look at the beginning of a source tells, by format. */
export type Inspection = Awaited<ReturnType<Reader["inspect"]>>;
/** How a table is to be read, by format. */
export type ReadPlan = Inspection["plan"];
/** What happened while a table was read, by format. */
export type ReadAs = ReportOf<Reader>;
