import { oneOf } from "../../core/project/decoder";
import type { FileKind } from "../../engine/protocol";
import { useKept } from "../../state/use-kept";

export const fileKinds = ["csv", "xlsx", "parquet"] as const satisfies readonly FileKind[];

const decode = oneOf(fileKinds);

/** What rows are written as; kept for the next time, whatever file is open then. */
export function useFileKind(): readonly [FileKind, (kind: FileKind) => void] {
  return useKept("export-file", keptFileKind);
}

function keptFileKind(kept: unknown): FileKind {
  return decode(kept, [], () => undefined) ?? "csv";
}
