import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import type { Context } from "../../core/detect/context";
import type { DetectorOf } from "../../core/detect/detector";
import { defaultsOf } from "../../core/detect/param-schema";
import { partOf } from "../../core/detect/part-of-context";
import { requireSamples } from "../../core/detect/require-samples";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { FindingReason, MemberWord, TestOutcome } from "../../core/detect/test-outcome";
import { joinEvidence, saysTooMuch, type JoinedEvidence } from "./weigh-members";

/** A detector that knows its own error. */
export type Member<X extends SamplesBase> = DetectorOf<X> & Required<Pick<DetectorOf<X>, "test">>;

export interface FindingsModel {
  /** What each member learnt and said of what it learnt from, in the order of the list. */
  readonly members: readonly { readonly word: MemberWord; readonly model: unknown }[];
}

/** Of fewer, nobody knows how rarely one looks so. */
const LEAST_SAMPLES = 8;

/** What differs by what the members look at. */
interface Joined<X extends SamplesBase> {
  readonly members: readonly Member<X>[];
  /** What is learned from, where there are so many samples that not all are needed; with a note that says so. */
  readonly learnFrom?: (samples: X, context: Context) => X;
  /** Some of the samples, by their place, where what is said of one does not depend on those beside it. */
  readonly some?: (samples: X, which: readonly number[]) => X;
}

/**
 * Fit, score, test and reasons of a detector that joins members: each is heard by itself, one that says too much is
 * dropped, and a sample has the evidence of whoever has the most.
 */
export function findingsOf<X extends SamplesBase>({ members, learnFrom = (samples) => samples, some }: Joined<X>) {
  /** What a model says of the samples last asked about: a look at the reasons of a few asks for no new test of all. */
  const known = new WeakMap<FindingsModel, { readonly samples: X; readonly joined: JoinedEvidence }>();

  async function hear(member: Member<X>, samples: X, context: Context) {
    if (samples.count < (member.leastSamples ?? LEAST_SAMPLES)) {
      const why: Note = { code: "finding.too-few", values: { count: samples.count } };
      return { model: null, outcome: null, word: { member: member.id, said: "silent" as const, why } };
    }
    try {
      const model = await member.fit(samples, defaultsOf(member.params), partOf(context, 0, 0.5));
      const outcome = await member.test(model, samples, partOf(context, 0.5, 1));
      return { model, outcome, word: wordOf(member.id, outcome, samples.count) };
    } catch (error) {
      // It has too little to learn from. Anything else that goes wrong is a mistake of ours, and has to be seen.
      if (!(error instanceof Failure)) throw error;
      const { code, values = {} } = error.info;
      const why: Note = { code: `failures.${code}.title`, values };
      return { model: null, outcome: null, word: { member: member.id, said: "silent" as const, why } };
    }
  }

  async function fit(samples: X, _params: unknown, context: Context): Promise<FindingsModel> {
    requireSamples(samples);
    const learned = learnFrom(samples, context);
    const heard = [];
    for (const [at, member] of members.entries()) {
      const part = partOf(context, at / members.length, (at + 1) / members.length);
      heard.push(await hear(member, learned, part));
      await part.checkpoint(1);
    }
    await context.checkpoint(1);
    const model = { members: heard.map(({ word, model: own }) => ({ word, model: own })) };
    if (learned === samples) {
      const outcomes = heard.map(({ word, outcome }) => (word.said === "spoke" ? outcome : null));
      known.set(model, { samples, joined: joinEvidence(outcomes, samples.count) });
    }
    return model;
  }

  async function joinedFor(model: FindingsModel, samples: X, context: Context): Promise<JoinedEvidence> {
    const before = known.get(model);
    if (before?.samples === samples) return before.joined;
    const joined = await joinedOf(model, samples, context);
    known.set(model, { samples, joined });
    return joined;
  }

  async function joinedOf(model: FindingsModel, samples: X, context: Context): Promise<JoinedEvidence> {
    const outcomes: (TestOutcome | null)[] = [];
    for (const [at, member] of members.entries()) {
      const { word, model: own } = model.members[at]!; // one for each member
      const part = partOf(context, at / members.length, (at + 1) / members.length);
      outcomes.push(word.said === "spoke" ? await member.test(own, samples, part) : null);
    }
    return joinEvidence(outcomes, samples.count);
  }

  /** The member that speaks of each of some samples. */
  async function tellersOf(model: FindingsModel, samples: X, which: readonly number[], context: Context) {
    // What was learned from a sample was never asked about all: a look at a few of them asks about these alone.
    if (some && known.get(model)?.samples !== samples)
      return [...(await joinedOf(model, some(samples, which), context)).teller];
    const { teller } = await joinedFor(model, samples, context);
    return which.map((sample) => teller[sample]!); // samples
  }

  return {
    fit,
    async score(model: FindingsModel, samples: X, context: Context): Promise<Float64Array> {
      const { evidence } = await joinedFor(model, samples, context);
      await context.checkpoint(1);
      return evidence.slice();
    },
    async test(model: FindingsModel, samples: X, context: Context): Promise<TestOutcome> {
      const words = model.members.map(({ word }) => word);
      if (words.every(({ said }) => said !== "spoke")) {
        await context.checkpoint(1);
        return { kind: "silent", why: { code: "finding.nobody" }, members: words };
      }
      const { evidence } = await joinedFor(model, samples, context);
      await context.checkpoint(1);
      return { kind: "tested", evidence: evidence.slice(), members: words };
    },
    async reasons(model: FindingsModel, samples: X, which: readonly number[], context: Context) {
      const tellers = await tellersOf(model, samples, which, context);
      const found = new Map<number, FindingReason>();
      for (const [at, member] of members.entries()) {
        const own = which.filter((_, place) => tellers[place] === at);
        if (own.length === 0) continue;
        const said = (await member.reasons?.(model.members[at]!.model, samples, own, context)) ?? []; // one for each member
        own.forEach((sample, place) => said[place] && found.set(sample, said[place]));
      }
      await context.checkpoint(1);
      return which.map((sample) => found.get(sample) ?? NO_REASON);
    },
  };
}

const NO_REASON: FindingReason = { note: { code: "finding.nothing" }, features: [], expected: null };

function wordOf(member: string, outcome: TestOutcome, count: number): MemberWord {
  if (outcome.kind === "silent") return { member, said: "silent", why: outcome.why };
  const tooMuch = saysTooMuch(outcome, count);
  if (!tooMuch) return { member, said: "spoke", why: null };
  return { member, said: "dropped", why: { code: "finding.too-much", values: { count: tooMuch.stand } } };
}
