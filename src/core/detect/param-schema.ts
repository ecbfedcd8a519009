import type { IllegalWhy } from "../data/illegal-parameter";
interface Described {
  /** Short name of the control. */
  readonly label: string;
  /** One plain sentence: what changes when it is moved. */
  readonly help: string;
  /** Shown at once; the others are folded away. */
  readonly main?: boolean;
  /** Only shown and used when another parameter has this value. */
  readonly when?: { readonly param: string; readonly is: string | boolean };
}

export interface NumberSpec extends Described {
  readonly kind: "number";
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly scale?: "linear" | "log";
}

export interface IntegerSpec extends Described {
  readonly kind: "integer";
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly scale?: "linear" | "log";
}

export interface ChoiceSpec extends Described {
  readonly kind: "choice";
  readonly default: string;
  readonly options: readonly string[];
}

export interface ToggleSpec extends Described {
  readonly kind: "toggle";
  readonly default: boolean;
}

/** A column of numbers by its name; "" leaves it to the detector. */
export interface ColumnSpec extends Described {
  readonly kind: "column";
  readonly default: string;
}

export type ParamSpec = NumberSpec | IntegerSpec | ChoiceSpec | ToggleSpec | ColumnSpec;

/** One literal drives the form, the defaults, the checks, the saved session and the generated tests. */
export type ParamSchema = Readonly<Record<string, ParamSpec>>;

type ValueOf<P extends ParamSpec> = P extends { kind: "number" | "integer" }
  ? number
  : P extends { kind: "toggle" }
    ? boolean
    : P extends { kind: "choice"; options: readonly (infer O)[] }
      ? O
      : P extends { kind: "column" }
        ? string
        : never;

export type ParamValues<S extends ParamSchema> = { readonly [K in keyof S]: ValueOf<S[K]> };

/** Values of a schema that is not known statically: what is saved and sent. */
export type AnyParamValues = Readonly<Record<string, number | string | boolean>>;

/** The defaults of a schema. */
export function defaultsOf<S extends ParamSchema>(schema: S): ParamValues<S> {
  // The entries are built from the schema itself, which the mapped type cannot see.
  return Object.fromEntries(Object.entries(schema).map(([name, spec]) => [name, spec.default])) as ParamValues<S>;
}

/** A parameter whose value is not allowed, and why: what fills a failure. */
export interface ParamProblem {
  readonly why: IllegalWhy;
  readonly values: { readonly parameter: string; readonly min?: number; readonly max?: number };
}

/** The parameters whose value the schema does not allow. */
export function illegalParams(schema: ParamSchema, values: AnyParamValues): readonly ParamProblem[] {
  const unknown = Object.keys(values).filter((name) => !Object.hasOwn(schema, name));
  return [
    ...unknown.map((parameter): ParamProblem => ({ why: "unknown", values: { parameter } })),
    ...Object.entries(schema).flatMap(([parameter, spec]): ParamProblem[] => {
      const why = problemOf(spec, values[parameter]);
      if (why === null) return [];
      const range = "min" in spec ? { min: spec.min, max: spec.max } : {};
      return [{ why, values: { parameter, ...range } }];
    }),
  ];
}

function problemOf(spec: ParamSpec, value: unknown): IllegalWhy | null {
  switch (spec.kind) {
    case "number":
    case "integer":
      if (typeof value !== "number" || !Number.isFinite(value)) return "no-number";
      if (spec.kind === "integer" && !Number.isInteger(value)) return "no-whole-number";
      return value < spec.min || value > spec.max ? "out-of-range" : null;
    case "choice":
      return typeof value === "string" && spec.options.includes(value) ? null : "no-option";
    case "toggle":
      return typeof value === "boolean" ? null : "no-toggle";
    case "column":
      // Which columns there are, only the table knows: a name that it does not have is told by the run.
      return typeof value === "string" ? null : "no-option";
    default:
      return spec satisfies never;
  }
}
