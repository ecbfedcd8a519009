import fc from "fast-check";
import { createWorkerEngine } from "../engine/client";
import { pageStorage } from "../state/guarded-storage";
import { speaksOf } from "../state/run-request";
import { createSession } from "../state/session";
import { sourceOf } from "../state/source";
import { handClock } from "./hand-clock";
import { InlineWorker } from "./inline-worker";

/** Two files of one name and one size, and one of its own. */
export const roundFiles = [
  sourceOf("log.csv", new Blob([tableOf(17)])),
  sourceOf("log.csv", new Blob([tableOf(31)])),
  sourceOf("other.csv", new Blob([tableOf(5, 40)])),
] as const;

/** Numbers of two digits in four columns; what stands where follows from `step` alone. */
function tableOf(step: number, rows = 60): string {
  const cell = (row: number, column: number) => 10 + ((row * step * (column + 3) + 7 * column) % 83);
  const lines = Array.from({ length: rows }, (_, row) => [0, 1, 2, 3].map((column) => cell(row, column)).join(";"));
  return ["a;b;c;d", ...lines, ""].join("\n");
}

const detector = fc.constantFrom("robust-z", "k-means", "isolation-forest", "consensus");
const column = fc.nat(3);

/** One thing that a person does, or that happens around the page. */
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("open" as const), file: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("correct" as const),
      delimiter: fc.constantFrom(";", ",", "\t"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("kind" as const),
      column,
      kind: fc.constantFrom("number" as const, "category" as const, "text" as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("role" as const),
      column,
      role: fc.constantFrom("feature" as const, "ignore" as const, "group" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("clusters" as const), clusters: fc.integer({ min: 2, max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("seed" as const), seed: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("weight" as const), weight: fc.nat(3) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom("undo" as const, "redo" as const, "cancel-reading" as const, "retry-reading" as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("pick" as const, "unpick" as const, "cancel-run" as const, "retry-run" as const),
      detector,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("reruns" as const, "stop-reruns" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("kill" as const), isTold: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const) }) },
);

/** A deed, how often the event loop turns after it, and how much time goes by. */
export const anyRound = fc.record({
  deed,
  turns: fc.oneof(fc.nat(3), fc.nat(60)),
  ms: fc.constantFrom(0, 0, 50, 350, 1000),
});

export type Round = typeof anyRound extends fc.Arbitrary<infer One> ? One : never;

/** A session over the real engine, behind workers that can be killed, with a clock that is moved by hand. */
export function sessionToShake() {
  const workers: InlineWorker[] = [];
  const engine = createWorkerEngine((ended) => {
    const worker = new InlineWorker(ended);
    workers.push(worker);
    return worker;
  });
  const clock = handClock();
  const session = createSession({ engine, clock, storage: pageStorage() });
  const { actions, store } = session;
  /** How tables were read, as they came on screen. */
  const plans = new Map<string, string>();
  store.subscribe(({ dataset, history: { present } }, before) => {
    if (dataset && dataset !== before.dataset) plans.set(dataset.id, JSON.stringify(present.plan));
  });

  function perform({ deed: one }: Round): void {
    switch (one.do) {
      case "open":
        return void actions.open(roundFiles[one.file] ?? roundFiles[0]);
      case "correct":
        return void actions.correctReading({ delimiter: one.delimiter });
      case "kind":
        return actions.setKind(one.column, one.kind);
      case "role":
        return actions.setColumns([one.column], { role: one.role });
      case "clusters":
        return actions.setParams("k-means", { clusters: one.clusters });
      case "seed":
        return actions.setSeed(one.seed);
      case "weight":
        return actions.setWeight("k-means", one.weight);
      case "undo":
        return actions.undo();
      case "redo":
        return actions.redo();
      case "cancel-reading":
        return actions.cancelReading();
      case "retry-reading":
        return void actions.retryReading();
      case "pick":
        return one.detector === "consensus" ? undefined : actions.pick(one.detector);
      case "unpick":
        return one.detector === "consensus" ? undefined : actions.unpick(one.detector);
      case "cancel-run":
        return actions.cancelRun(one.detector);
      case "retry-run":
        return actions.retryRun(one.detector);
      case "reruns":
        return actions.askReruns();
      case "stop-reruns":
        return actions.stopReruns();
      case "kill":
        return workers.at(-1)?.die(one.isTold);
      case "leave":
        return actions.leave();
      default:
        one satisfies never;
    }
  }

  return {
    session,
    clock,
    perform,
    state: () => store.getState(),
    /** Whether the choices are those of the table on screen, and not already those of a reading to come. */
    isAsChosen(): boolean {
      const { dataset, history } = store.getState();
      const { present } = history;
      return dataset !== null && speaksOf(present, dataset) && plans.get(dataset.id) === JSON.stringify(present.plan);
    },
  };
}
