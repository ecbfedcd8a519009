/** Hours that the usual abbreviations of time zones are ahead of UTC. */
const ZONE_OFFSET_HOURS: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  mez: 1,
  cest: 2,
  mesz: 2,
  eet: 2,
  sast: 2,
  eest: 3,
  msk: 3,
  hkt: 8,
  sgt: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  brt: -3,
  edt: -4,
  est: -5,
  cdt: -5,
  cst: -6,
  mdt: -6,
  mst: -7,
  pdt: -7,
  pst: -8,
  akdt: -8,
  akst: -9,
  hst: -10,
};
const MS_PER_HOUR = 3_600_000;

/** Milliseconds that the zone named by a word in lower case is ahead of UTC; NaN when it names none. */
export function zoneOfName(word: string): number {
  return Object.hasOwn(ZONE_OFFSET_HOURS, word) ? (ZONE_OFFSET_HOURS[word] ?? Number.NaN) * MS_PER_HOUR : Number.NaN;
}
