import type { Context } from "../../../core/detect/context";
import type { Network } from "../network";
import { reconstruct } from "../rebuilding/reconstruct";
import type { Tf } from "../backend/tf";
import type { BlockAnswers } from "./answers-by-step";
import type { BlockSeries } from "./block-series";
import type { SeriesError } from "./series-error-param";
import { AnswersByBlock, blockWindowsOf, rowsOfWindows, type WindowPlan } from "./block-windows";

/** Windows that are answered at most; where there would be more, they lie farther apart. */
const MAX_WINDOWS = 200_000;

/** What networks that read windows, held within ± `clip`, answer to all windows of the blocks. */
export async function answersByBlock(
  tf: Tf,
  networks: readonly Network[],
  clip: number,
  blocks: BlockSeries,
  plan: WindowPlan,
  context: Pick<Context, "checkpoint">,
  error: SeriesError,
): Promise<BlockAnswers> {
  const count = blocks.starts.at(-1) ?? 0;
  const windows = blockWindowsOf(blocks, plan, Math.min(plan.answers, Math.ceil(count / MAX_WINDOWS)));
  const gathered = new AnswersByBlock(blocks, windows, error);
  const size = plan.answers * blocks.channels;
  const rows = rowsOfWindows(blocks, windows, "read");
  await reconstruct(tf, networks, clip, rows, context, 0, ({ from, to, outputs }) => {
    for (const output of outputs)
      for (let window = from, at = 0; window < to; window++, at += size)
        gathered.add(window, output.subarray(at, at + size));
  });
  return gathered.means();
}
