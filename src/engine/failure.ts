import type { FailureInfo } from "./protocol";

/** A failure that the screens know how to tell: see `failures` in the message catalogue. */
export class EngineFailure extends Error {
  constructor(readonly info: FailureInfo) {
    super(info.detail ?? info.code);
    this.name = "EngineFailure";
  }
}
