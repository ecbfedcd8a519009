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

export type ParamSpec = NumberSpec | IntegerSpec | ChoiceSpec | ToggleSpec;

/** One literal drives the form, the defaults, the checks, the saved session and the generated tests. */
export type ParamSchema = Readonly<Record<string, ParamSpec>>;

type ValueOf<P extends ParamSpec> = P extends { kind: "number" | "integer" }
  ? number
  : P extends { kind: "toggle" }
    ? boolean
    : P extends { kind: "choice"; options: readonly (infer O)[] }
      ? O
      : never;

export type ParamValues<S extends ParamSchema> = { readonly [K in keyof S]: ValueOf<S[K]> };

/** Values of a schema that is not known statically: what is saved and sent. */
export type AnyParamValues = Readonly<Record<string, number | string | boolean>>;

/** The defaults of a schema. */
export function defaultsOf<S extends ParamSchema>(schema: S): ParamValues<S> {
  // The entries are built from the schema itself, which the mapped type cannot see.
  return Object.fromEntries(Object.entries(schema).map(([name, spec]) => [name, spec.default])) as ParamValues<S>;
}

/** Names of the parameters whose value the schema does not allow, each with the reason. */
export function illegalParams(schema: ParamSchema, values: AnyParamValues): readonly { param: string; why: string }[] {
  const problems: { param: string; why: string }[] = [];
  for (const name of Object.keys(values))
    if (!Object.hasOwn(schema, name)) problems.push({ param: name, why: "unknown" });
  for (const [name, spec] of Object.entries(schema)) {
    const why = problemOf(spec, values[name]);
    if (why) problems.push({ param: name, why });
  }
  return problems;
}

function problemOf(spec: ParamSpec, value: unknown): string | null {
  switch (spec.kind) {
    case "number":
    case "integer":
      if (typeof value !== "number" || !Number.isFinite(value)) return "not a number";
      if (spec.kind === "integer" && !Number.isInteger(value)) return "not a whole number";
      return value < spec.min || value > spec.max ? `outside ${spec.min} to ${spec.max}` : null;
    case "choice":
      return typeof value === "string" && spec.options.includes(value) ? null : "not an option";
    case "toggle":
      return typeof value === "boolean" ? null : "not true or false";
    default:
      return spec satisfies never;
  }
}
