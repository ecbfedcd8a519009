import { type AnyParamValues, defaultsOf, illegalParams } from "../detect/param-schema";
import { type Decoder, type Drop, isRecord, listOf, type Path, text, wholeOf } from "./decoder";
import { type DetectorOutline, firstInstance, instanceNumber } from "./instance";
import type { DetectorInstance } from "./settings";

const MAX_INSTANCES = 1000;

/**
 * Instances of the detectors that are known, each with a full set of parameters: what is not lawful or absent has its
 * default. The first instance of every known detector is there, whatever the document holds.
 */
export function decodeDetectors(known: readonly DetectorOutline[]): Decoder<readonly DetectorInstance[]> {
  const outlines = new Map(known.map((outline) => [outline.id, outline]));
  const named = wholeOf({ id: text(300), detector: text(300) });
  const instance: Decoder<DetectorInstance> = (value, path, drop) => {
    const found = named(value, path, drop);
    const outline = found && outlines.get(found.detector);
    if (!found) return undefined;
    if (!outline || instanceNumber(found) === null) {
      drop(path);
      return undefined;
    }
    // It is a record, or it would have no names.
    const { params = {} } = value as { params?: unknown };
    return { ...found, params: paramsFor(outline, params, [...path, "params"], drop) };
  };
  const list = listOf(instance, MAX_INSTANCES);
  return (value, path, drop) => {
    const found = list(value, path, drop);
    if (!found) return undefined;
    const byId = new Map(known.map((outline) => [outline.id, firstInstance(outline)]));
    const seen = new Set<string>();
    for (const one of found) {
      // An id that is taken, twice by an instance or by another detector, is the first one's.
      const isTaken = seen.has(one.id) || (byId.has(one.id) && one.id !== one.detector);
      if (isTaken) drop([...path, one.id]);
      else byId.set(one.id, one);
      seen.add(one.id);
    }
    return [...byId.values()];
  };
}

function paramsFor({ params: schema }: DetectorOutline, value: unknown, path: Path, drop: Drop): AnyParamValues {
  const defaults: AnyParamValues = defaultsOf(schema);
  if (!isRecord(value)) {
    drop(path);
    return defaults;
  }
  for (const name of Object.keys(value)) if (!Object.hasOwn(schema, name)) drop([...path, name]);
  const entries = Object.entries(schema).map(([name, spec]): [string, number | string | boolean] => {
    const standard = defaults[name] ?? spec.default;
    if (!Object.hasOwn(value, name)) return [name, standard];
    const given = value[name];
    const isPlain = typeof given === "number" || typeof given === "string" || typeof given === "boolean";
    if (isPlain && illegalParams({ [name]: spec }, { [name]: given }).length === 0)
      return [name, typeof given === "number" ? given + 0 : given];
    drop([...path, name]);
    return [name, standard];
  });
  return Object.fromEntries(entries);
}
