/** A figure and where it may well lie: the 95 % interval. NaN where there is nothing to say. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export const UNKNOWN_FIGURE: Figure = { value: NaN, low: NaN, high: NaN };

/** The standard normal deviate that leaves 2.5 % on each side. */
export const Z95 = 1.959963984540054;

/**
 * Wilson's interval (1927) of a share seen in so many trials, which need not be whole: what depends on each other counts
 * for fewer. It holds where few or all trials succeed, too.
 */
export function wilson(share: number, trials: number): Figure {
  if (!(trials > 0) || Number.isNaN(share)) return UNKNOWN_FIGURE;
  const square = Z95 * Z95;
  const centre = (share + square / (2 * trials)) / (1 + square / trials);
  const half =
    (Z95 * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials))) / (1 + square / trials);
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * The interval of a figure between 0 and 1 whose `variance` was found by resampling: Wilson's, with as many trials as
 * would make a share vary so, and never more than there are. Where all resamples are alike (everything was found), that
 * is what the trials say.
 */
export function wilsonOfVariance(value: number, variance: number, trials: number): Figure {
  // Resamples vary a little less than samples do.
  const worth = variance > 0 ? ((value * (1 - value)) / variance) * ((trials - 1) / trials) : trials;
  return wilson(value, Math.max(1, Math.min(trials, worth > 0 ? worth : trials)));
}

/** How often the search for an end of an interval is halved: to 2^-40. */
const HALVINGS = 40;

/**
 * The interval of an area under the ROC curve: Newcombe's score interval, method 5 (2006), which holds for few anomalies
 * and near 1. `design`: how many times as much it varies because rows depend on each other.
 */
export function rocInterval(area: number, anomalies: number, ordinary: number, design = 1): Figure {
  if (!(anomalies > 0) || !(ordinary > 0)) return UNKNOWN_FIGURE;
  const half = (anomalies + ordinary) / 2 - 1;
  const varianceAt = (at: number) =>
    (design * at * (1 - at) * (1 + (half * (1 - at)) / (2 - at) + (half * at) / (1 + at))) / (anomalies * ordinary);
  const end = (limit: number) => {
    let [inside, outside] = [area, limit];
    for (let step = 0; step < HALVINGS; step++) {
      const middle = (inside + outside) / 2;
      if ((middle - area) ** 2 <= Z95 * Z95 * varianceAt(middle)) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return { value: area, low: end(0), high: end(1) };
}
