import { createChance } from "./chance.mjs";
import { rounded } from "./table.mjs";

/**
 * The waves of a beat as bells: how high (mV), where and how wide, in seconds around the R wave (after McSharry et al. 2003, "A
 * dynamical model for generating synthetic electrocardiogram signals").
 */
const ordinaryBeat = [
  { height: 0.12, at: -0.18, width: 0.025 }, // P
  { height: -0.13, at: -0.035, width: 0.01 }, // Q
  { height: 1.05, at: 0, width: 0.011 }, // R
  { height: -0.22, at: 0.033, width: 0.011 }, // S
  { height: 0.28, at: 0.25, width: 0.048 }, // T
];
/** It starts in the chamber: no P wave, a wide QRS, a T wave turned over. */
const ectopicBeat = [
  { height: 1.25, at: 0, width: 0.042 },
  { height: -0.5, at: 0.11, width: 0.045 },
  { height: -0.42, at: 0.27, width: 0.065 },
];
/** How much sooner it comes, and how much later the next one: its pause makes up for it. */
const EARLY = 0.62;

/**
 * One lead of an electrocardiogram, sampled evenly, with a few beats that start where none should.
 * @param {{ seed: number, seconds: number, hertz: number, ectopic: number }} plan how many beats are ectopic
 */
export function heartbeats({ seed, seconds, hertz, ectopic }) {
  const chance = createChance(seed);
  const beats = beatsOf(chance, seconds, ectopic);
  const rows = Array.from({ length: seconds * hertz }, (_, step) => {
    const time = step / hertz;
    const near = beats.filter(({ at }) => Math.abs(at - time) < 0.6);
    const wave = near.reduce((sum, beat) => sum + heightOf(beat, time), 0);
    const drift = 0.06 * Math.sin(2 * Math.PI * 0.23 * time) + 0.04 * Math.sin(2 * Math.PI * 0.05 * time + 1);
    const isWithin = near.some(({ isEctopic, at }) => isEctopic && time > at - 0.1 && time < at + 0.42);
    return [rounded(time, 3), rounded(wave + drift + chance.normal(0, 0.012), 3), isWithin ? 1 : 0];
  });
  return { names: ["time_s", "lead_2_mv", "is_abnormal"], rows };
}

function beatsOf(chance, seconds, ectopic) {
  const beats = [];
  let at = 0.4;
  while (at < seconds) {
    beats.push({ at, isEctopic: false, size: 1 + chance.normal(0, 0.03) });
    at += 0.82 + 0.05 * Math.sin(2 * Math.PI * 0.23 * at) + chance.normal(0, 0.015); // faster while breathing in
  }
  const places = chance.shuffled(
    [...beats.keys()].filter((place) => place > 4 && place < beats.length - 4 && place % 5 === 0),
  );
  for (const place of places.slice(0, ectopic)) {
    const before = beats[place - 1];
    const beat = beats[place];
    beats[place] = { ...beat, isEctopic: true, at: before.at + EARLY * (beat.at - before.at) };
  }
  return beats;
}

function heightOf({ at, isEctopic, size }, time) {
  const waves = isEctopic ? ectopicBeat : ordinaryBeat;
  return (
    size *
    waves.reduce((sum, wave) => sum + wave.height * Math.exp(-((time - at - wave.at) ** 2) / (2 * wave.width ** 2)), 0)
  );
}
