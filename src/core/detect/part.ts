import type { Context } from "./context";

/**
 * A part of a detector's work that any thread can do: what it is given and what it answers is plain data. Parts are cut by
 * the data alone and draw no random numbers, or draw from a seed of their own, so that it does not show who does them.
 */
export interface Part<Shared, Input, Output> {
  /** Every part stands in `detectors/parts.ts`, where threads find it. */
  readonly id: string;
  /** @param shared what all parts need; it is sent to each thread once */
  run(shared: Shared, input: Input, checkpoint: (done: number) => Promise<void>): Promise<Output>;
}

/**
 * Does the part for every input, in other threads where there are some, and answers in the order of the inputs. Progress
 * runs from `start` to `end`.
 */
export async function inParts<Shared, Input, Output>(
  part: Part<Shared, Input, Output>,
  shared: Shared,
  inputs: readonly Input[],
  context: Context,
  [start, end]: readonly [number, number] = [0, 1],
): Promise<readonly Output[]> {
  const tell = (done: number) => context.checkpoint(start + (end - start) * done);
  if (context.spread && inputs.length > 1) {
    // Who gives up is heard of by those who do the parts.
    const told = (done: number) => void tell(done).catch(() => undefined);
    // What comes back for a part is what it answers.
    return (await context.spread(part.id, shared, inputs, told)) as readonly Output[];
  }
  const outputs: Output[] = [];
  for (const [at, input] of inputs.entries())
    outputs.push(await part.run(shared, input, (done) => tell((at + done) / inputs.length)));
  return outputs;
}
