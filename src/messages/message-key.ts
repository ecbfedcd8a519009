import type app from "./en/app.json";
import type charts from "./en/charts.json";
import type common from "./en/common.json";
import type compare from "./en/compare.json";
import type detect from "./en/detect.json";
import type detectors from "./en/detectors.json";
import type evaluate from "./en/evaluate.json";
import type exported from "./en/export.json";
import type failures from "./en/failures.json";
import type families from "./en/families.json";
import type findings from "./en/findings.json";
import type handing from "./en/handing.json";
import type judge from "./en/judge.json";
import type models from "./en/models.json";
import type images from "./en/images.json";
import type inspect from "./en/inspect.json";
import type keep from "./en/keep.json";
import type learn from "./en/learn.json";
import type load from "./en/load.json";
import type prepare from "./en/prepare.json";
import type prepareImages from "./en/prepare-images.json";
import type report from "./en/report.json";
import type samples from "./en/samples.json";
import type series from "./en/series.json";
import type stability from "./en/stability.json";
import type ui from "./en/ui.json";
import type { Notes } from "./notes";

/** The catalogues of English, which every other language has to follow. */
interface Catalogues {
  app: typeof app;
  charts: typeof charts;
  common: typeof common;
  compare: typeof compare;
  detect: typeof detect;
  detectors: typeof detectors;
  evaluate: typeof evaluate;
  export: typeof exported;
  failures: typeof failures;
  families: typeof families;
  findings: typeof findings;
  handing: typeof handing;
  images: typeof images;
  judge: typeof judge;
  models: typeof models;
  inspect: typeof inspect;
  keep: typeof keep;
  learn: typeof learn;
  load: typeof load;
  prepare: typeof prepare;
  "prepare-images": typeof prepareImages;
  report: typeof report;
  samples: typeof samples;
  series: typeof series;
  stability: typeof stability;
  ui: typeof ui;
  notes: Notes;
}

/** A file of the catalogue, or a folder of files that are fetched together. */
export type Namespace = keyof Catalogues;

/** The path of every message in a catalogue; i18next chooses between the two numbers of one by `count`. */
export type KeysOf<Catalogue> = {
  [Name in keyof Catalogue & string]: Catalogue[Name] extends string
    ? WithoutNumber<Name>
    : `${Name}.${KeysOf<Catalogue[Name]>}`;
}[keyof Catalogue & string];

type WithoutNumber<Name> = Name extends `${infer Message}_one` | `${infer Message}_other` ? Message : Name;

/** What a screen that speaks from some catalogues may say: messages of the first by their path, of all with a prefix. */
export type MessageKey<First extends Namespace, All extends Namespace = First> =
  KeysOf<Catalogues[First]> | { [N in All]: `${N}:${KeysOf<Catalogues[N]>}` }[All];

/** What ends the path of a message below `Path`: "data" of "command.data". */
export type MessageBelow<N extends Namespace, Path extends string> =
  KeysOf<Catalogues[N]> extends infer Key ? (Key extends `${Path}.${infer End}` ? End : never) : never;

/** What begins the paths of messages that end alike: "ring" of "ring.title". */
export type MessageAbove<N extends Namespace, End extends string> =
  KeysOf<Catalogues[N]> extends infer Key ? (Key extends `${infer Path}.${End}` ? Path : never) : never;
