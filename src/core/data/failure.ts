/** Every failure that the product can answer with; the catalogue holds a message for each (`failures`). */
export type FailureCode =
  | "empty-file"
  | "header-only"
  | "not-text"
  | "unclosed-quote"
  | "bad-encoding"
  | "bad-gzip"
  | "file-vanished"
  | "file-changed"
  | "too-many-columns"
  | "out-of-memory"
  | "no-features"
  | "no-rows"
  | "too-few-learned"
  | "too-few-taught"
  | "bad-model"
  | "newer-model"
  | "no-model"
  | "not-in-model"
  | "model-lacks"
  | "model-fits-nothing"
  | "illegal-parameter"
  | "not-for-kind"
  | "no-images"
  | "no-table"
  | "bad-archive"
  | "bad-format"
  | "bad-network"
  | "no-network"
  | "not-finite"
  | "backend-failed"
  | "worker-died"
  | "reading-died"
  | "worker-missing"
  | "part-missing"
  | "given-up"
  | "unknown-dataset"
  | "too-few-members"
  | "unknown-run"
  | "storage-full"
  | "storage-blocked"
  | "no-work"
  | "bad-session"
  | "cancelled"
  | "unexpected";

/** A failure as it crosses the thread: a code for the catalogue and what fills the sentence. */
export interface FailureInfo {
  readonly code: FailureCode;
  readonly values?: Readonly<Record<string, string | number>>;
  /** For the console and bug reports, never shown as the message. */
  readonly detail?: string;
}

/** What happened, as data; the screens say it, say what was kept, and offer what to do. */
export class Failure extends Error {
  constructor(readonly info: FailureInfo) {
    super(info.detail ?? info.code);
    this.name = "Failure";
  }
}
