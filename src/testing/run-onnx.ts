import { env, InferenceSession, Tensor } from "onnxruntime-web";
import type { Column } from "../core/data/column";
import type { GraphInput } from "../core/onnx/recipe-graph";

// One thread in this process: tests share it.
env.wasm.numThreads = 1;

/** What a graph answers to the rows of some columns. */
export interface Answers {
  readonly scores: Float64Array;
  readonly flagged: Uint8Array;
}

/** A graph in the runtime that others run it in, to be asked about the columns of tables. */
export async function onnxSession(bytes: Uint8Array, inputs: readonly GraphInput[]) {
  const session = await InferenceSession.create(bytes, { executionProviders: ["wasm"], logSeverityLevel: 3 });
  return {
    async run(columns: readonly Column[], rows: number): Promise<Answers> {
      const fed = Object.fromEntries(inputs.map((one) => [one.input, tensorOf(one, columns[one.position], rows)]));
      const { score, flagged } = await session.run(fed);
      // Of the types that graphs are written with.
      return { scores: score?.data as Float64Array, flagged: flagged?.data as Uint8Array };
    },
    release: () => session.release(),
  };
}

function tensorOf({ kind, column: name }: GraphInput, column: Column | undefined, rows: number): Tensor {
  if (column?.kind !== kind) throw new Error(`${name} is no ${kind}`);
  switch (column.kind) {
    case "number":
    case "time":
      return new Tensor("float64", column.values.slice(), [rows, 1]);
    case "category":
      return new Tensor(
        "string",
        Array.from(column.codes, (code) => column.levels[code] ?? ""),
        [rows, 1],
      );
    case "text":
      return new Tensor("string", [...column.values], [rows, 1]);
    default:
      return column satisfies never;
  }
}
