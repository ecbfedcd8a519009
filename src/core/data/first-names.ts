/** The first names of a list as the value of a note, with a mark at the end where there are more. */
export function firstNames(names: readonly string[], most: number): readonly string[] {
  return names.length > most ? [...names.slice(0, most), "…"] : names;
}
