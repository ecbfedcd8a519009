import type { Palette } from "../use-palette";

/** How strong the colour is where the score is highest. */
const MAX_ALPHA = 0.75;

/**
 * Paints a square surface of scores: the higher its rank among all places, the stronger the colour, ordinary below the
 * threshold and strange above it.
 */
export function paintSurface(
  context: CanvasRenderingContext2D,
  width: number,
  { surface, threshold }: { readonly surface: Float64Array; readonly threshold: number },
  palette: Palette,
): void {
  const side = Math.round(Math.sqrt(surface.length));
  const sorted = surface.slice().sort();
  const rankOf = (value: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low / sorted.length;
  };
  // Places end where the next begins, to the pixel: what overlaps is darker, what does not meet shows seams.
  const edge = (place: number) => Math.round((place * width) / side);
  for (let place = 0; place < surface.length; place++) {
    const score = surface[place]!; // place < length
    context.globalAlpha = MAX_ALPHA * rankOf(score) ** 2;
    context.fillStyle = score >= threshold ? palette.strangeSoft : palette.ordinarySoft;
    const [x, y] = [place % side, side - 1 - Math.floor(place / side)];
    context.fillRect(edge(x), edge(y), edge(x + 1) - edge(x), edge(y + 1) - edge(y));
  }
  context.globalAlpha = 1;
}
