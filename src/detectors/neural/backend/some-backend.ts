import { Failure } from "../../../core/data/failure";
import { Cancelled, type Backend, type Context } from "../../../core/detect/context";
import { BackendChooser, thisMachine, type Workload } from "./backend";
import { contextLost, type Tf } from "./tf";

const chooser = new BackendChooser(thisMachine);

/** Neural work that failed for a reason that another backend may not share. */
export class NeuralTrouble extends Error {
  constructor(readonly reason: "not-finite" | "context-lost") {
    super(reason);
    this.name = "NeuralTrouble";
  }
}

/**
 * Does `work` on the backend that suits it and, where that one gives nonsense, loses its device or throws, from the
 * start on the next. `say` tells the user which backend it was and why; every fallback is told.
 * Throws what `work` throws when cancelled, and Failure "backend-failed" when no backend could do it.
 */
export async function onSomeBackend<T>(
  context: Context,
  workload: Workload,
  say: boolean,
  work: (tf: Tf) => Promise<T>,
): Promise<T> {
  // Packages are fetched and compiled meanwhile: whoever has cancelled by then does not wait for a training to begin.
  const pause = () => context.pause();
  await pause();
  const first = await chooser.choose(context.backend, workload, pause);
  if (say) context.note(first.why);
  const order: readonly Backend[] = [
    first.backend,
    ...(["wasm", "cpu"] as const).filter((other) => other !== first.backend),
  ];
  let detail = "";
  for (const [turn, backend] of order.entries()) {
    const choice = turn === 0 ? first : await chooser.choose(backend, workload, pause);
    if (choice.backend !== backend) continue;
    const tf = await chooser.start(choice);
    await pause();
    await keepBackend(tf, backend);
    if (turn > 0) context.note({ code: "neural.backend.went-on", values: { backend } });
    try {
      const result = await work(tf);
      if (contextLost(tf)) throw new NeuralTrouble("context-lost");
      return result;
    } catch (error) {
      if (error instanceof Cancelled || error instanceof Failure) throw error;
      if (contextLost(tf)) chooser.giveUpOn(backend);
      detail = String(error);
      context.note({ code: "neural.backend.gave-up", values: { backend } });
    }
  }
  throw new Failure({ code: "backend-failed", detail });
}

/** Makes `backend` active again where other work of this worker changed it meanwhile. */
export async function keepBackend(tf: Tf, backend: string): Promise<void> {
  if (tf.getBackend() !== backend) await tf.setBackend(backend);
}
