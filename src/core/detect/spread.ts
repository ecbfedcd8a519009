/** Has parts (`part.ts`) done by other threads; `told` hears how much of all is done. */
export type Spread = (
  part: string,
  shared: unknown,
  inputs: readonly unknown[],
  told: (done: number) => void,
) => Promise<readonly unknown[]>;
