import { littleEndian, Message } from "./protobuf";

/** What a value of a graph is called; made by the graph that it belongs to. */
export type Value = string & { readonly isValue: unique symbol };

/** What nodes are told beside their inputs. */
export type Attributes = Readonly<
  Record<string, number | string | { readonly wholes: Iterable<number> } | { readonly floats: Float32Array } | { readonly words: readonly string[] } | { readonly tensor: Message }> // prettier-ignore
>;

/** Numbers of the ONNX format for types of elements. */
export const ELEMENT = { float: 1, whole: 7, text: 8, truth: 9, double: 11 } as const;
export type Element = keyof typeof ELEMENT;

/** Operators of trees and dictionaries stand in a domain of their own. */
export const ML_DOMAIN = "ai.onnx.ml";
const OPSET = 17;
const ML_OPSET = 3;
const IR_VERSION = 8;
/** How the format numbers kinds of attributes. */
const KIND = { float: 1, whole: 2, text: 3, tensor: 4, floats: 6, wholes: 7, words: 8 } as const;

/**
 * A graph in the ONNX format while it grows. Whole numbers given as an attribute are written as such, others as floats;
 * constants that are equal by name and content are not told apart: each call adds one.
 */
export class Graph {
  private readonly nodes: Message[] = [];
  private readonly constants: Message[] = [];
  private readonly inputs: Message[] = [];
  private readonly outputs: Message[] = [];
  private count = 0;

  /** An input of one value per row: [rows, 1]. */
  input(name: string, element: Element): Value {
    this.inputs.push(described(name, element, ["rows", 1]));
    return name as Value; // the graph's own input
  }

  /** Names a value as an output of one value per row. */
  output(name: string, value: Value, element: Element): void {
    this.nodes.push(nodeOf("Identity", [value], [name], {}, ""));
    this.outputs.push(described(name, element, ["rows"]));
  }

  /** Adds a node with one output. Some operators have none of the inputs in between: "". */
  node(op: string, inputs: readonly (Value | "")[], attributes: Attributes = {}, domain = ""): Value {
    return this.several(op, inputs, 1, attributes, domain)[0]!; // one was asked for
  }

  /** Adds a node with several outputs. */
  several(
    op: string,
    inputs: readonly (Value | "")[],
    outputs: number,
    attributes: Attributes = {},
    domain = "",
  ): readonly Value[] {
    const names = Array.from({ length: outputs }, () => this.freshName(op));
    this.nodes.push(nodeOf(op, inputs, names, attributes, domain));
    return names;
  }

  doubles(values: ArrayLike<number>, dims: readonly number[] = [values.length]): Value {
    return this.constant(tensorOf(ELEMENT.double, dims, littleEndian(Float64Array.from(values))));
  }

  floats(values: ArrayLike<number>, dims: readonly number[] = [values.length]): Value {
    return this.constant(tensorOf(ELEMENT.float, dims, littleEndian(Float32Array.from(values))));
  }

  wholes(values: ArrayLike<number>, dims: readonly number[] = [values.length]): Value {
    const bytes = littleEndian(BigInt64Array.from(Array.from(values), (value) => BigInt(value)));
    return this.constant(tensorOf(ELEMENT.whole, dims, bytes));
  }

  truths(values: readonly boolean[], dims: readonly number[] = [values.length]): Value {
    return this.constant(tensorOf(ELEMENT.truth, dims, Uint8Array.from(values, Number)));
  }

  text(value: string): Value {
    return this.constant(new Message().wholes(1, []).whole(2, ELEMENT.text).text(6, value));
  }

  double(value: number): Value {
    return this.doubles([value], []);
  }

  float(value: number): Value {
    return this.floats([value], []);
  }

  whole(value: number): Value {
    return this.wholes([value], []);
  }

  /** The file, with what is told of the model as names and texts. */
  file(name: string, told: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
    const graph = new Message();
    for (const node of this.nodes) graph.message(1, node);
    graph.text(2, name);
    for (const constant of this.constants) graph.message(5, constant);
    for (const input of this.inputs) graph.message(11, input);
    for (const output of this.outputs) graph.message(12, output);
    const model = new Message().whole(1, IR_VERSION).text(2, "anomaly-explorer").message(7, graph);
    for (const [domain, version] of [
      ["", OPSET],
      [ML_DOMAIN, ML_OPSET],
    ] as const)
      // prettier-ignore
      model.message(8, new Message().text(1, domain).whole(2, version));
    for (const [key, value] of Object.entries(told)) model.message(14, new Message().text(1, key).text(2, value));
    return model.finish();
  }

  private constant(tensor: Message): Value {
    const name = this.freshName("constant");
    this.constants.push(tensor.text(8, name));
    return name;
  }

  /** No name that a column could have. */
  private freshName(op: string): Value {
    return `${op}#${this.count++}` as Value; // made here
  }
}

/** A tensor of doubles, for attributes. */
export function doubleTensor(values: ArrayLike<number>): Message {
  return tensorOf(ELEMENT.double, [values.length], littleEndian(Float64Array.from(values)));
}

function tensorOf(element: number, dims: readonly number[], bytes: Uint8Array): Message {
  return new Message().wholes(1, dims).whole(2, element).bytes(9, bytes);
}

function described(name: string, element: Element, dims: readonly (number | string)[]): Message {
  const shape = new Message();
  for (const dim of dims)
    shape.message(1, typeof dim === "number" ? new Message().whole(1, dim) : new Message().text(2, dim));
  const tensor = new Message().whole(1, ELEMENT[element]).message(2, shape);
  return new Message().text(1, name).message(2, new Message().message(1, tensor));
}

function nodeOf(
  op: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Attributes,
  domain: string,
): Message {
  const node = new Message();
  for (const input of inputs) node.text(1, input);
  for (const output of outputs) node.text(2, output);
  node.text(4, op);
  for (const [name, value] of Object.entries(attributes)) node.message(5, attributeOf(name, value));
  if (domain !== "") node.text(7, domain);
  return node;
}

function attributeOf(name: string, value: Attributes[string]): Message {
  const attribute = new Message().text(1, name);
  if (typeof value === "string") return attribute.text(4, value).whole(20, KIND.text);
  if (typeof value === "number")
    return Number.isInteger(value)
      ? attribute.whole(3, value).whole(20, KIND.whole)
      : attribute.float(2, value).whole(20, KIND.float);
  if ("tensor" in value) return attribute.message(5, value.tensor).whole(20, KIND.tensor);
  if ("floats" in value) return attribute.floats(7, value.floats).whole(20, KIND.floats);
  if ("wholes" in value) return attribute.wholes(8, value.wholes).whole(20, KIND.wholes);
  for (const word of value.words) attribute.text(9, word);
  return attribute.whole(20, KIND.words);
}
