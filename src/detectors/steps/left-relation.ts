import { partOf } from "../../core/detect/part-of-context";
import type { Context } from "../../core/detect/context";
import { ordinaryLanes, periodsIn, placesOf, type OrdinaryLane } from "../../core/series/course/lanes-of";
import { courseOf } from "../../core/series/course/ordinary-course";
import { medianOf, sizeOf } from "../../core/series/course/robust";
import type { SeriesSamples } from "../../core/series/series-samples";
import { meansIn } from "./lane-values";
import { robustWeights, weighted } from "./robust-regression";
import { spanOf } from "../../core/series/span-of";
import { scan } from "./scan";
import type { Stray } from "./stray";
import { defineStepTest, type StrangeStretch } from "./step-test";

const LEVEL_WIDTHS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];
const SPREAD_WIDTHS = [12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];
const CLIP = 4;
/** What the others say is learned without the block that it is asked of. */
const BLOCKS = 5;
/** More channels than this beside one say little more: those that go with it most are asked. */
const MAX_INPUTS = 8;
/** The others have to take this share off what a channel does, or they say nothing of it. */
const MIN_SHARE_TAKEN = 0.3;
const NO_RELATION = { code: "finding.no-relation" } as const;

/** A channel that does not go with the others as it does elsewhere. */
interface Parting {
  readonly lane: OrdinaryLane;
  readonly partner: number;
  readonly stray: Stray;
  readonly evidence: number;
}

/** A channel that leaves its usual relation to the others. */
export const leftRelation = defineStepTest({
  id: "left-relation",
  label: "Channels that no longer go together",
  summary: "Learns what each channel should be, given the others, and looks where it is something else.",
  blindTo: "Channels unrelated to the others, relations that are not straight lines, and what all channels do at once.",
  reference:
    "Robust regression on the other channels: Huber, P. J. (1964). Robust Estimation of a Location Parameter. Ann. Math. Stat. 35(1), 73-101; cross-fitted by blocks.",
  async look(samples, context) {
    const lanes = (await ordinaryLanes(samples, partOf(context, 0, 0.3))).filter(({ kind }) => kind === "ordinary");
    // Channels that were measured at other times say nothing of each other.
    const byTime = new Map<string, OrdinaryLane[]>();
    for (const lane of lanes) {
      const time = `${lane.from} ${lane.to}`;
      byTime.set(time, [...(byTime.get(time) ?? []), lane]);
    }
    const found: StrangeStretch[] = [];
    let related = 0;
    for (const [at, own] of [...byTime.values()].entries()) {
      const part = partOf(partOf(context, 0.3, 1), at / byTime.size, (at + 1) / byTime.size);
      const partings = await partingsIn(samples, own, part);
      related += partings.related;
      found.push(...partings.found.map((one) => strangeBy(samples, one, lanes.length)));
    }
    return related === 0 ? NO_RELATION : found;
  },
});

/** A channel around 0, and what the others leave over of it. */
interface Related {
  readonly lane: OrdinaryLane;
  readonly partner: number;
  readonly left: Float64Array;
}

async function partingsIn(samples: SeriesSamples, lanes: readonly OrdinaryLane[], context: Context) {
  const centred = lanes.map(({ values }) => aroundZero(values));
  const related = lanes.flatMap((lane, at): Related[] => {
    const partners = partnersOf(centred, at);
    const left = partners.length > 0 ? leftOver(samples, lane, centred, at, partners) : null;
    return left ? [{ lane, partner: lanes[partners[0]!]!.channel, left }] : []; // there are some
  });
  const strays: Stray[] = [];
  for (const [at, { left }] of related.entries()) {
    const part = partOf(context, at / related.length, (at + 1) / related.length);
    const sizes = left.map((one) => Math.min(CLIP, Math.abs(one)));
    const mean = sizes.reduce((sum, one) => sum + one, 0) / sizes.length;
    const around = sizes.map((one) => one - mean);
    strays.push(...(await scan(left, LEVEL_WIDTHS, partOf(part, 0, 0.6))));
    const spreads = await scan(around, SPREAD_WIDTHS, partOf(part, 0.6, 1));
    strays.push(...spreads.filter(({ height }) => height > 0));
  }
  const found = apart(strays).map((stray): Parting => ({
    ...farthest(related, stray),
    stray,
    evidence: stray.evidence,
  }));
  return { found, related: related.length };
}

/** In its usual size around its middle. */
function aroundZero(values: Float64Array): Float64Array {
  const middle = medianOf(values);
  const off = values.map((value) => value - middle);
  const size = sizeOf(off);
  return size > 0 ? off.map((one) => one / size) : new Float64Array(values.length);
}

/** The channels that go with one most, first; none that does not vary. */
function partnersOf(centred: readonly Float64Array[], at: number): number[] {
  const clipped = (one: number) => Math.max(-CLIP, Math.min(CLIP, one));
  const strength = (other: Float64Array) => {
    let [both, square] = [0, 0];
    centred[at]!.forEach((one, step) => {
      const beside = clipped(other[step]!); // as many steps
      both += clipped(one) * beside;
      square += beside * beside;
    });
    return square > 0 ? (both * both) / square : 0;
  };
  return centred
    .map((other, place) => ({ place, strength: place === at ? 0 : strength(other) }))
    .filter((one) => one.strength > 0)
    .sort((one, other) => other.strength - one.strength)
    .slice(0, MAX_INPUTS)
    .map(({ place }) => place);
}

/** What the others leave over of a channel, off its own course and in its usual size; null where they say nothing of it. */
function leftOver(
  samples: SeriesSamples,
  { from, to }: OrdinaryLane,
  centred: readonly Float64Array[],
  at: number,
  partners: readonly number[],
): Float64Array | null {
  const target = centred[at]!; // one of them
  const inputs = partners.map((place) => centred[place]!);
  const block = Math.ceil(target.length / BLOCKS);
  const left = new Float64Array(target.length);
  for (let first = 0; first < target.length; first += block) {
    const last = Math.min(target.length, first + block);
    const weights = robustWeights(target, inputs, (step) => step < first || step >= last);
    for (let step = first; step < last; step++) left[step] = target[step]! - weighted(inputs, weights, step); // step < length
  }
  const [before, after] = [sizeOf(target), sizeOf(left)];
  if (!(after > 0 && after < (1 - MIN_SHARE_TAKEN) * before)) return null;
  return courseOf({ values: left, places: placesOf(samples, from, to), periods: periodsIn(samples) }).residual;
}

/** The surest first, none over another: where one channel parts, those that are told from it part as well. */
function apart(strays: Stray[]): Stray[] {
  const chosen: Stray[] = [];
  for (const one of strays.sort((a, b) => b.evidence - a.evidence))
    if (chosen.every(({ from, to }) => one.from >= to || one.to <= from)) chosen.push(one);
  return chosen;
}

/** The channel that is farthest from what the others say of it, in its usual size: it is the one that left. */
function farthest(related: readonly Related[], { from, to }: Stray): Related {
  const far = ({ left }: Related) => left.subarray(from, to).reduce((sum, one) => sum + Math.abs(one), 0);
  return related.toSorted((one, other) => far(other) - far(one))[0]!; // a stray is of one of them
}

function strangeBy(samples: SeriesSamples, { lane, partner, stray, evidence }: Parting, lanes: number): StrangeStretch {
  const { from, to } = stray;
  return {
    from: lane.from + from,
    to: lane.from + to,
    // Level and spread are both asked.
    evidence: evidence - Math.log10(2 * lanes),
    reason: () => ({
      note: {
        code: "finding.left-relation",
        values: {
          column: samples.features[lane.channel]!, // a channel
          other: samples.features[partner]!, // a channel
          span: spanOf(samples, to - from),
          value: meansIn(samples, lane, { ...stray, height: 0 }).value,
        },
      },
      features: [lane.channel, partner],
      expected: null,
    }),
  };
}
