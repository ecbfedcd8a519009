/** How the learning rate changes from the first step to the last. */
export interface Schedule {
  /** The way down: along half a cosine, straight, or all at once after 70 % of the way. */
  readonly shape: "constant" | "cosine" | "linear" | "drop";
  /** The share of the learning rate that is left at the last step, 0 to 1; a constant rate does not use it. */
  readonly end: number;
  /** Before that the rate rises straight from 0 over so many steps; none unless told. */
  readonly warmUp?: number;
}

const DROP_AT_SHARE = 0.7;

/** The share of the learning rate to use at step `step` (1, 2, …) of `steps`: above 0 up to 1 on the rise, `end` at the last. */
export function rateShareAt({ shape, end, warmUp = 0 }: Schedule, step: number, steps: number): number {
  if (step <= warmUp) return step / (warmUp + 1);
  const done = (step - warmUp - 1) / Math.max(1, steps - warmUp - 1);
  switch (shape) {
    case "constant":
      return 1;
    case "cosine":
      return end + ((1 - end) * (1 + Math.cos(Math.PI * done))) / 2;
    case "linear":
      return 1 - (1 - end) * done;
    case "drop":
      return done < DROP_AT_SHARE ? 1 : end;
    default:
      return shape satisfies never;
  }
}
