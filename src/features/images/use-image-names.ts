import { useMemo } from "react";
import { useCells } from "../../state/use-answers";
import { useSession } from "../../state/use-session";

/** Position of the column of an image's table that has this name; -1: none. */
export function useColumnNamed(name: string): number {
  return useSession((state) => state.dataset?.columns.findIndex((column) => column.name === name) ?? -1);
}

/** What images are called, by row: their files below their folders; empty until it is known. */
export function useImageNames(rows: readonly number[]) {
  const image = useColumnNamed("image");
  const { of: cellsOf, failure } = useCells(rows);
  return { nameOf: (row: number) => String(cellsOf(row)?.[image] ?? ""), failure };
}

/** What one image is called. */
export function useImageName(row: number) {
  const rows = useMemo(() => [row], [row]);
  const { nameOf, failure } = useImageNames(rows);
  return { name: nameOf(row), failure };
}
