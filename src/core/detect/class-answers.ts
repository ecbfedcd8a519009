/** Which class a detector that tells classes apart takes each sample for. */
export interface ClassAnswers {
  /** What the classes that it learned are called. */
  readonly names: readonly string[];
  /** By sample: the likeliest class, a place in `names`. */
  readonly likeliest: Int32Array;
  /** By sample: the probability that it gives to it. */
  readonly share: Float32Array;
  /** By sample: 1 where it was not learned from, so that the answer is one to something new. */
  readonly unseen: Uint8Array;
}

/** The same by row of the table, beside the class that a person's column tells. */
export interface ClassesOfRows extends ClassAnswers {
  /** By row: the class in the table, a place in `names`; -1 where it is unknown, and of all events of a sequence but its first. */
  readonly own: Int32Array;
}

/** Answers of a network with such logits, `names.length` of them for each sample. */
export function classAnswersOf(logits: Float32Array, names: readonly string[], unseen: Uint8Array): ClassAnswers {
  const [count, classes] = [unseen.length, names.length];
  const [likeliest, share] = [new Int32Array(count), new Float32Array(count)];
  for (let sample = 0; sample < count; sample++) {
    const own = logits.subarray(sample * classes, (sample + 1) * classes);
    const largest = own.reduce((most, logit) => Math.max(most, logit), -Infinity);
    likeliest[sample] = own.indexOf(largest);
    share[sample] = 1 / own.reduce((sum, logit) => sum + Math.exp(logit - largest), 0);
  }
  return { names, likeliest, share, unseen };
}

/** 1 for each sample whose origin is not among those that were learned from. */
export function unseenOf(origin: Uint32Array, learned: Uint32Array): Uint8Array {
  const known = new Set(learned);
  return Uint8Array.from(origin, (row) => (known.has(row) ? 0 : 1));
}
