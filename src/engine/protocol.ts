/** Types only: what the screens ask of the engine and what it answers. */
export type { CsvFormat } from "../core/data/csv-format";
export type { HeatScale } from "../core/images/heat-colour";
export type * from "./calls/call";
export type * from "./calls/comparison";
export type * from "./calls/engine";
export type * from "./calls/evaluation";
export type * from "./calls/events";
export type * from "./calls/exports";
export type * from "./calls/findings";
export type * from "./calls/image-cards";
export type * from "./calls/images";
export type * from "./calls/reasons";
export type * from "./calls/rows";
export type * from "./calls/runs";
export type * from "./calls/series";
export type * from "./calls/series-lines";
export type * from "./calls/stretches";
export type * from "./calls/tables";
