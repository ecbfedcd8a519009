import { defaultsOf, type AnyParamValues, type ParamSchema } from "../detect/param-schema";
import { normalDeviates, seededRandom } from "../math/random";

/** Points in a square of side 1, in which some are strange on purpose. */
export interface Toy {
  /** x and y of each point, one after the other. */
  readonly points: Float32Array;
  /** 1 where a point is strange. */
  readonly strange: Uint8Array;
}

export const TOY_NAMES = ["cloud", "line", "densities", "ring", "moons", "group"] as const;
export type ToyName = (typeof TOY_NAMES)[number];

const ORDINARY = 110;

type Draw = () => readonly [number, number];

/** What is ordinary, and which points are not, by what each toy is there to show. */
const TOYS: Readonly<
  Record<
    ToyName,
    {
      readonly ordinary: (normal: () => number, random: () => number) => Draw;
      readonly strange: readonly (readonly [number, number])[];
    }
  >
> = {
  cloud: {
    ordinary: (normal) => () => [0.5 + 0.09 * normal(), 0.5 + 0.09 * normal()],
    strange: [
      [0.1, 0.5],
      [0.9, 0.14],
      [0.52, 0.94],
      [0.12, 0.12],
    ],
  },
  line: {
    ordinary: (normal, random) => () => {
      const along = 0.1 + 0.8 * random();
      return [along, along + 0.025 * normal()];
    },
    strange: [
      [0.24, 0.6],
      [0.78, 0.42],
      [0.5, 0.82],
    ],
  },
  densities: {
    ordinary: (normal, random) => () =>
      random() < 0.5
        ? [0.24 + 0.014 * normal(), 0.26 + 0.014 * normal()]
        : [0.44 + 0.48 * random(), 0.44 + 0.48 * random()],
    strange: [
      [0.24, 0.345],
      [0.15, 0.22],
      [0.33, 0.25],
    ],
  },
  group: {
    ordinary: (normal) => () => [0.4 + 0.1 * normal(), 0.42 + 0.1 * normal()],
    strange: Array.from(
      { length: 9 },
      (_, at) => [0.86 + 0.016 * (at % 3), 0.86 + 0.016 * Math.floor(at / 3)] as const,
    ),
  },
  ring: {
    ordinary: (normal, random) => () => {
      const [angle, radius] = [2 * Math.PI * random(), 0.34 + 0.018 * normal()];
      return [0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle)];
    },
    strange: [
      [0.5, 0.5],
      [0.97, 0.95],
    ],
  },
  moons: {
    ordinary: (normal, random) => () => {
      const [angle, isLower] = [Math.PI * random(), random() < 0.5];
      const [x, y] = isLower
        ? [0.6 - 0.26 * Math.cos(angle), 0.5 - 0.3 * Math.sin(angle)]
        : [0.38 + 0.26 * Math.cos(angle), 0.48 + 0.3 * Math.sin(angle)];
      return [x + 0.016 * normal(), y + 0.016 * normal()];
    },
    strange: [
      [0.37, 0.56],
      [0.61, 0.4],
      [0.14, 0.24],
    ],
  },
};

/** The points of a toy, drawn anew for each seed; those that are strange come last. */
export function toyOf(name: ToyName, seed: number): Toy {
  const { ordinary, strange } = TOYS[name];
  const draw = ordinary(normalDeviates(seededRandom(seed)), seededRandom(seed + 1));
  const all = [...Array.from({ length: ORDINARY }, draw), ...strange];
  return {
    points: Float32Array.from(all.flat()).map((one) => Math.max(0, Math.min(1, one))),
    strange: Uint8Array.from(all, (_, at) => (at < ORDINARY ? 0 : 1)),
  };
}

/** What is made for thousands of rows is too much for a hundred points. */
const FEW_ROWS: Readonly<Record<string, number>> = { neighbours: 8, epochs: 40 };

/** Parameters to begin with on a toy: the usual ones, but for those that suit long tables. */
export function toyParamsOf(schema: ParamSchema): AnyParamValues {
  const few = Object.entries(FEW_ROWS).filter(([name]) => typeof schema[name]?.default === "number");
  return {
    ...defaultsOf(schema),
    ...Object.fromEntries(few.map(([name, most]) => [name, Math.min(most, Number(schema[name]?.default))])),
  };
}
