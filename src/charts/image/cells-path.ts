/** The marked cells of a square grid as an SVG path over a square of 100: one rectangle for each run within a row. */
export function areaOf(cells: Uint8Array, side: number): string {
  const unit = 100 / side;
  const parts: string[] = [];
  for (let row = 0; row < side; row++)
    for (let from = 0; from < side; from++) {
      if (!cells[row * side + from]) continue;
      let to = from + 1;
      while (to < side && cells[row * side + to]) to++;
      parts.push(`M${from * unit} ${row * unit}h${(to - from) * unit}v${unit}h${(from - to) * unit}z`);
      from = to;
    }
  return parts.join("");
}

/** The line around the marked cells of a square grid, as an SVG path over a square of 100. */
export function outlineOf(cells: Uint8Array, side: number): string {
  const unit = 100 / side;
  const marked = (row: number, column: number) =>
    row >= 0 && column >= 0 && row < side && column < side && cells[row * side + column] === 1;
  const parts: string[] = [];
  for (let line = 0; line <= side; line++)
    for (const way of ["h", "v"] as const) {
      // A border runs where one side of the line is marked and the other is not; neighbours are drawn as one.
      const isBorder = (at: number) =>
        way === "h" ? marked(line - 1, at) !== marked(line, at) : marked(at, line - 1) !== marked(at, line);
      for (let from = 0; from < side; from++) {
        if (!isBorder(from)) continue;
        let to = from + 1;
        while (to < side && isBorder(to)) to++;
        const start = way === "h" ? `${from * unit} ${line * unit}` : `${line * unit} ${from * unit}`;
        parts.push(`M${start}${way}${(to - from) * unit}`);
        from = to;
      }
    }
  return parts.join("");
}
