import type { MessageAbove, MessageBelow } from "../../ui/use-words";
import thumbnails from "./sample-thumbnails.json";

/** About a hundred real rows of a sample as points from 0 to 1, y upwards; from index `strange` on they are strange. */
export interface Thumbnail {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly strange: number;
}

/** Some images of a sample in one file beside it, rows of `columns` squares. */
export interface Strip {
  readonly file: string;
  readonly columns: number;
  readonly rows: number;
  /** Places of strange ones, row after row. */
  readonly strange: readonly number[];
}

export type SampleArea = MessageBelow<"samples", "areas">;

/** What a sample is called in the message catalogue, which holds its words. */
export type SampleId = MessageAbove<"samples", "title">;

interface AnySample {
  readonly id: SampleId;
  /** Relative to the page, below `samples/`. */
  readonly file: string;
  readonly rows: number;
  readonly area: SampleArea;
  /** Made by a generator of our own, not measured. */
  readonly synthetic: boolean;
}

/** A built-in table; its words are under `samples.<id>` in the message catalogue. */
export interface TableSample extends AnySample {
  readonly kind: "table";
  /** As they are read, label included. */
  readonly columns: number;
  /** The last column; it says which rows are strange and is never a feature. Null: a log, whose words tell it. */
  readonly labelColumn: string | null;
  readonly thumbnail: Thumbnail;
}

/** A built-in archive of images, each a row. */
export interface ImageSample extends AnySample {
  readonly kind: "images";
  /** Of each image, in pixels. */
  readonly side: number;
  readonly strip: Strip;
}

export type Sample = TableSample | ImageSample;

/** The gallery, in the order it is shown. */
export const samples: readonly Sample[] = [
  {
    kind: "table",
    id: "card-payments",
    file: "card-payments.csv.gz",
    rows: 20_000,
    columns: 10,
    labelColumn: "is_fraud",
    area: "finance",
    synthetic: true,
    thumbnail: thumbnails["card-payments"],
  },
  {
    kind: "table",
    id: "bookings",
    file: "bookings.csv",
    rows: 1800,
    columns: 7,
    labelColumn: "is_anomalous",
    area: "finance",
    synthetic: true,
    thumbnail: thumbnails.bookings,
  },
  {
    kind: "table",
    id: "transfers",
    file: "transfers.csv.gz",
    rows: 8000,
    columns: 8,
    labelColumn: "is_fraud",
    area: "finance",
    synthetic: true,
    thumbnail: thumbnails.transfers,
  },
  {
    kind: "table",
    id: "breast-tissue",
    file: "breast-tissue.csv",
    rows: 367,
    columns: 31,
    labelColumn: "diagnosis",
    area: "medicine",
    synthetic: false,
    thumbnail: thumbnails["breast-tissue"],
  },
  {
    kind: "table",
    id: "heartbeats",
    file: "heartbeats.csv.gz",
    rows: 15_000,
    columns: 3,
    labelColumn: "is_abnormal",
    area: "medicine",
    synthetic: true,
    thumbnail: thumbnails.heartbeats,
  },
  {
    kind: "table",
    id: "thyroid",
    file: "thyroid.csv",
    rows: 3772,
    columns: 7,
    labelColumn: "label",
    area: "medicine",
    synthetic: false,
    thumbnail: thumbnails.thyroid,
  },
  {
    kind: "table",
    id: "taxi-passengers",
    file: "taxi-passengers.csv.gz",
    rows: 10_320,
    columns: 3,
    labelColumn: "label",
    area: "traffic",
    synthetic: false,
    thumbnail: thumbnails["taxi-passengers"],
  },
  {
    kind: "table",
    id: "consumption",
    file: "consumption.csv.gz",
    rows: 8784,
    columns: 4,
    labelColumn: "is_fault",
    area: "machines",
    synthetic: true,
    thumbnail: thumbnails.consumption,
  },
  {
    kind: "table",
    id: "pump",
    file: "pump.csv.gz",
    rows: 6000,
    columns: 9,
    labelColumn: "is_anomalous",
    area: "machines",
    synthetic: true,
    thumbnail: thumbnails.pump,
  },
  {
    kind: "table",
    id: "block-events",
    file: "block-events.csv.gz",
    rows: 20_292,
    columns: 4,
    labelColumn: "label",
    area: "machines",
    synthetic: false,
    thumbnail: thumbnails["block-events"],
  },
  {
    kind: "images",
    id: "buttons",
    file: "buttons.zip",
    rows: 127,
    side: 128,
    area: "machines",
    synthetic: true,
    strip: { file: "buttons.png", columns: 5, rows: 2, strange: [2] },
  },
  {
    kind: "table",
    id: "shuttle",
    file: "shuttle.csv.gz",
    rows: 10_000,
    columns: 10,
    labelColumn: "label",
    area: "machines",
    synthetic: false,
    thumbnail: thumbnails.shuttle,
  },
  {
    kind: "table",
    id: "network-connections",
    file: "network-connections.csv.gz",
    rows: 12_000,
    columns: 11,
    labelColumn: "is_attack",
    area: "network",
    synthetic: true,
    thumbnail: thumbnails["network-connections"],
  },
  {
    kind: "table",
    id: "access-log",
    file: "access-log.log.gz",
    rows: 8000,
    columns: 13,
    labelColumn: null,
    area: "network",
    synthetic: true,
    thumbnail: thumbnails["access-log"],
  },
  {
    kind: "table",
    id: "off-axis",
    file: "off-axis.csv",
    rows: 1000,
    columns: 3,
    labelColumn: "label",
    area: "teaching",
    synthetic: true,
    thumbnail: thumbnails["off-axis"],
  },
  {
    kind: "table",
    id: "two-densities",
    file: "two-densities.csv",
    rows: 1000,
    columns: 3,
    labelColumn: "label",
    area: "teaching",
    synthetic: true,
    thumbnail: thumbnails["two-densities"],
  },
  {
    kind: "table",
    id: "ring",
    file: "ring.csv",
    rows: 1000,
    columns: 3,
    labelColumn: "label",
    area: "teaching",
    synthetic: true,
    thumbnail: thumbnails.ring,
  },
];
