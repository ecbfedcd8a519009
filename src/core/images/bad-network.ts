import { Failure } from "../data/failure";
import type { NoteBelow } from "../data/note";

interface More {
  /** The weight file that is missing. */
  readonly file?: string;
  readonly detail?: string;
}

/** The failure of files that are no network which sees images, with the reason that the catalogue has for it. */
export function badNetwork(why: NoteBelow<"failures.bad-network.why">, { file = "", detail }: More = {}): Failure {
  return new Failure({ code: "bad-network", values: { why, file }, ...(detail === undefined ? {} : { detail }) });
}
