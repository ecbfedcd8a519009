import { type Graph, ML_DOMAIN, type Value } from "./graph";

/** The place of each text among `words`, from 1; 0: it is empty; one more than there are words: none of them. */
export function textPlaces(graph: Graph, input: Value, words: readonly string[]): Value {
  return graph.node(
    "LabelEncoder",
    [input],
    {
      keys_strings: { words: ["", ...words] },
      values_int64s: { wholes: ["", ...words].keys() },
      default_int64: words.length + 1,
    },
    ML_DOMAIN,
  );
}
