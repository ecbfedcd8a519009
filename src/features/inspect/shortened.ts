const MAX_LENGTH = 30;

/** A name of a column as it stands in a line beside others. */
export function shortened(name: string): string {
  return name.length > MAX_LENGTH ? `${name.slice(0, MAX_LENGTH - 1)}…` : name;
}
