import type { LabelledWindow } from "../series/labelled-windows";
import { bothOf, type Decoder, finite, listOf, partOf, truth, wholeOf } from "./decoder";

const MAX_WINDOWS = 5000;

const labelledWindow: Decoder<LabelledWindow> = bothOf(
  wholeOf<Pick<LabelledWindow, "from" | "to">>({ from: finite(), to: finite() }),
  partOf<Required<Pick<LabelledWindow, "isUtc">>>({ isUtc: truth }),
);

/** Windows of time, as a document holds them. */
export const decodeWindows = listOf(labelledWindow, MAX_WINDOWS);
