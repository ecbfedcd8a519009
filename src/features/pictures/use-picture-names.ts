import { useMemo } from "react";
import { useCells } from "../../state/use-answers";
import { useSession } from "../../state/use-session";

/** Position of the column of a picture's table that has this name; -1: none. */
export function useColumnNamed(name: string): number {
  return useSession((state) => state.dataset?.columns.findIndex((column) => column.name === name) ?? -1);
}

/** What pictures are called, by row: their files below their folders; empty until it is known. */
export function usePictureNames(rows: readonly number[]): (row: number) => string {
  const picture = useColumnNamed("picture");
  const cells = useCells(rows);
  return (row) => String(cells(row)?.[picture] ?? "");
}

/** What one picture is called. */
export function usePictureName(row: number): string {
  const rows = useMemo(() => [row], [row]);
  return usePictureNames(rows)(row);
}
