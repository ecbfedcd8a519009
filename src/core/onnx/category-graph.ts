import type { FeatureSource, FittedFeature } from "../prepare/fitted-recipe";
import { gather, reshape } from "./arithmetic";
import type { Graph, Value } from "./graph";
import { textPlaces } from "./text-places";

/** All features of one column of words, [rows, features]; NaN where the value is missing. */
export function categoryFeatures(graph: Graph, input: Value, features: readonly FittedFeature[]): Value {
  const words = [...new Set(features.flatMap(({ source }) => wordsOf(source)))].filter((word) => word !== "");
  const columns = features.map(({ source }) => valuesOf(source, words));
  // A row for a missing value, for each word, and for all others.
  const table = Array.from({ length: words.length + 2 }, (_, place) => columns.map((column) => column[place]!)); // as long
  const values = graph.doubles(table.flat(), [table.length, features.length]);
  const found = gather(graph, values, textPlaces(graph, input, words));
  return reshape(graph, found, [-1, features.length]);
}

function wordsOf(source: FeatureSource): readonly string[] {
  if (source.kind === "level") return [source.level];
  return source.kind === "level-value" ? source.levels : [];
}

/** What the feature is where the value is missing, for each of the words, and for all others. */
function valuesOf(source: FeatureSource, words: readonly string[]): readonly number[] {
  switch (source.kind) {
    case "missing":
      return [1, ...words.map(() => 0), 0];
    case "level":
      return [NaN, ...words.map((word) => Number(word === source.level)), 0];
    case "level-value": {
      const known = new Map(source.levels.map((level, at) => [level, source.values[at] ?? source.unseen]));
      return [NaN, ...words.map((word) => known.get(word) ?? source.unseen), source.unseen];
    }
    default:
      // From a column of another kind every value is missing.
      return [NaN, ...words.map(() => NaN), NaN];
  }
}
