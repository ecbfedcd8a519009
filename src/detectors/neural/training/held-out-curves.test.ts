import { expect, test } from "vitest";
import type { Note } from "../../../core/data/note";
import type { Metric } from "../../../core/detect/context";
import { defaultsOf, type AnyParamValues, type ParamSchema } from "../../../core/detect/param-schema";
import { eventsFrom, plantedEvents } from "../../../testing/planted-events";
import { plantedImages } from "../../../testing/planted-images";
import { plantedMatrix } from "../../../testing/planted";
import { plantedSeries } from "../../../testing/planted-series";
import { testContext } from "../../../testing/test-context";
import { detectors } from "../../registry";

const { sequences } = plantedEvents({ count: 60 });
const samples = {
  matrix: plantedMatrix({ rows: 80 }).samples,
  series: plantedSeries({ count: 240, from: 120 }),
  events: eventsFrom(sequences, {
    classes: Int32Array.from(sequences, (one) => Number(one.includes("write"))),
    classNames: ["reads", "writes"],
  }),
  images: plantedImages({ size: 16, count: 60 }),
};

/** The least that can be learned, with some held out. */
const little: AnyParamValues = {
  validation: 0.2,
  steps: 50,
  epochs: 1,
  passes: 1,
  batch: 16,
  members: 1,
  filters: 4,
  side: 16,
  transformations: 2,
  optimiser: "adadelta",
};

const networks = detectors.filter(({ family }) => family === "neural");

test.each(networks.map((network) => [network.id, network] as const))(
  "%s draws and tells how it does on what was held out, and takes the passes that were asked for",
  async (_, network) => {
    const [metrics, notes, stops]: [Metric[], Note[], (number | undefined)[]] = [[], [], []];
    const heard = {
      ...testContext(),
      checkpoint: (__: number, more: readonly Metric[] = []) => Promise.resolve(void metrics.push(...more)),
      note: (note: Note) => void notes.push(note),
      show: (view: { readonly kind: string; readonly at?: number; readonly perEpoch?: number }) => {
        if (view.kind === "stopped") stops.push(view.at! / view.perEpoch!); // such a view has both
      },
    };
    const schema: ParamSchema = network.params;
    const own = Object.entries(little).filter(([name]) => name in schema);
    // Each is given the samples that it accepts.
    const fit = network.fit as (some: unknown, params: AnyParamValues, context: typeof heard) => Promise<unknown>;
    await fit(
      samples[network.accepts as keyof typeof samples],
      { ...defaultsOf(schema), ...Object.fromEntries(own) },
      heard,
    );
    expect(metrics.map(({ name }) => name)).toContain("validation loss");
    // A network of images that learned nearly nothing is trained once more.
    expect(stops[0]).toBe(1);
    const isGame = network.id.endsWith("gan");
    if (!isGame) expect(notes.map(({ code }) => code)).toContain("neural.held-out.error");
  },
);
