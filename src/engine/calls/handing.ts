/** Types only: what is handed over to other programs. */
import type { Note } from "../../core/data/note";
import type { HeavyCall } from "./call";
import type { KeepModelRequest } from "./models";

export interface HandOverRequest extends Omit<KeepModelRequest, "id"> {
  /** What the folder says of itself, in the person's language. */
  readonly readme: string;
}

/** An archive, and what has to be known of it; or why there is none. */
export type HandedOver = { readonly file: Blob; readonly notes: readonly Note[] } | { readonly whyNot: Note };

export interface HandingCalls {
  /** What runs learned as ONNX, with the scripts that score and train by it. Rejects as keeping and exporting do. */
  handOver: HeavyCall<HandOverRequest, HandedOver>;
}
