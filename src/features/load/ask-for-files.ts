import { type Incoming, sortIncoming } from "./incoming";

/** What browsers offer at first where a person chooses files; any other can be chosen as well. */
export const ACCEPTED =
  ".csv,.tsv,.txt,.log,.xlsx,.xlsm,.json,.jsonl,.ndjson,.npy,.npz,.arff,.gz,.zst,.zip,text/*,image/*";

/** Lets a person choose files, without a button of its own; browsers allow it right after a key or a click. */
export function askForFiles(take: (incoming: Incoming) => void): void {
  const input = document.createElement("input");
  Object.assign(input, { type: "file", multiple: true, accept: ACCEPTED });
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) take(sortIncoming(files.map((file) => ({ kind: "file", file }))));
  });
  input.click();
}
