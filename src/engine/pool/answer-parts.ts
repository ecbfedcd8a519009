import { failureInfoOf } from "../../core/data/failure-info";
import type { CallTools } from "../calls/host";
import type { PartsAnswer, PartsAsked } from "./messages";

/**
 * Has all parts done that a task waits for. Settles once no thread is at any of them: where one fails, the others are
 * cancelled first.
 *
 * @param task who asks; `isOver` once it ended itself
 * @param ask has one part done
 */
export async function answerParts(
  { parts, inputs }: PartsAsked,
  task: { readonly tools: CallTools; readonly isOver: () => boolean },
  ask: (input: unknown, tools: CallTools) => Promise<unknown>,
  told: (done: number) => void,
): Promise<PartsAnswer> {
  const done = new Float64Array(inputs.length);
  let failure: unknown = null;
  const tell = (at: number, share: number) => {
    done[at] = share;
    told(done.reduce((sum, one) => sum + one, 0) / inputs.length);
  };
  const answers = await Promise.all(
    inputs.map(async (input, at) => {
      try {
        const answer = await ask(input, {
          progress: (progress) => tell(at, progress.done ?? 0),
          cancelled: () => failure !== null || task.isOver() || task.tools.cancelled(),
          endsEarly: () => false,
        });
        tell(at, 1);
        return answer;
      } catch (error) {
        failure ??= error;
        return null;
      }
    }),
  );
  if (failure !== null) return { kind: "parts-failed", parts, info: failureInfoOf(failure) };
  return { kind: "parts-done", parts, answers };
}
