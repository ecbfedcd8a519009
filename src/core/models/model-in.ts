import { Failure } from "../data/failure";
import { isRecord } from "../project/decoder";
import { type KeptModel, MODEL_VERSION } from "./kept-model";

/**
 * A model out of any value. Throws `Failure` "newer-model" where another version wrote it, "bad-model" where it is none or
 * is damaged: what a detector learned is only believed as numbers, never run.
 * @param knows whether there is a detector of that id and version
 */
export function modelIn(value: unknown, knows: (id: string, version: number) => boolean): KeptModel {
  if (!isRecord(value) || typeof value.version !== "number") throw new Failure({ code: "bad-model" });
  if (value.version > MODEL_VERSION) throw new Failure({ code: "newer-model" });
  if (!isWhole(value)) throw new Failure({ code: "bad-model" });
  const strange = value.members.find(({ detector, version }) => !knows(detector, version));
  if (strange) throw new Failure({ code: "newer-model", detail: `${strange.detector} ${strange.version}` });
  return value;
}

function isWhole(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & KeptModel {
  const { id, name, madeAt, members, basis, reference, threshold, columns, settings, learnedFrom, columnsBefore } =
    value;
  return (
    [id, name, value.noun].every((one) => typeof one === "string") &&
    typeof madeAt === "number" &&
    Array.isArray(members) &&
    members.length > 0 &&
    members.every(isMember) &&
    isRecord(basis) &&
    Array.isArray(basis.recipes) &&
    reference instanceof Float64Array &&
    isRecord(threshold) &&
    typeof threshold.value === "number" &&
    Array.isArray(columns) &&
    columns.every((one) => isRecord(one) && typeof one.name === "string") &&
    isRecord(settings) &&
    Array.isArray(settings.columns) &&
    isRecord(learnedFrom) &&
    Array.isArray(columnsBefore) &&
    (value.rowsBefore === undefined || isRowsBefore(value.rowsBefore))
  );
}

function isMember(one: unknown): boolean {
  return (
    isRecord(one) &&
    typeof one.detector === "string" &&
    typeof one.version === "number" &&
    typeof one.weight === "number" &&
    isRecord(one.params) &&
    one.reference instanceof Float64Array
  );
}

function isRowsBefore(one: unknown): boolean {
  return (
    isRecord(one) &&
    Array.isArray(one.names) &&
    one.names.every((name) => typeof name === "string") &&
    one.values instanceof Float64Array &&
    typeof one.count === "number" &&
    one.values.length === one.count * one.names.length
  );
}
