import { createChance } from "./chance.mjs";
import { services } from "./network-world.mjs";
import { rounded } from "./table.mjs";

const names = [
  "flow_id",
  "hour",
  "protocol",
  "service",
  "port",
  "duration_s",
  "bytes_out",
  "bytes_in",
  "packets",
  "failed_logins",
  "is_attack",
];

const attacks = { portScan, exfiltration, bruteForce, beaconing };

/**
 * Connections of an office network in random order.
 * @param {{ seed: number, rows: number, planted: Record<keyof typeof attacks, number> }} plan rows include the planted ones
 */
export function networkFlows({ seed, rows, planted }) {
  const chance = createChance(seed);
  const hostile = Object.entries(planted).flatMap(([story, count]) =>
    Array.from({ length: count }, (_, i) => ({ ...attacks[story](chance, i, count), attack: 1 })),
  );
  const ordinary = Array.from({ length: rows - hostile.length }, () => ({ ...ordinaryFlow(chance), attack: 0 }));
  return { names, rows: chance.shuffled([...ordinary, ...hostile]).map((flow, index) => rowOf(chance, flow, index)) };
}

function rowOf(chance, flow, index) {
  const packets = flow.packets ?? Math.ceil(((flow.out + flow.in) / 820) * chance.logNormal(1, 0.2)) + 1;
  return [
    `F${200_001 + index}`,
    rounded(flow.hour, 2),
    flow.protocol,
    flow.service,
    flow.port,
    rounded(flow.seconds, flow.seconds < 10 ? 3 : 1),
    Math.round(flow.out),
    Math.round(flow.in),
    packets,
    flow.failed,
    flow.attack,
  ];
}

function ordinaryFlow(chance) {
  const service = chance.pick(Object.fromEntries(Object.entries(services).map(([name, { weight }]) => [name, weight])));
  const kind = services[service];
  // One size factor per flow: what lasts long also moves much, in both directions.
  const size = chance.normal();
  const drawn = ([median, sigma]) => median * Math.exp(sigma * (0.7 * size + 0.714 * chance.normal()));
  return {
    hour: hourOf(chance, kind.night),
    protocol: kind.protocol,
    service,
    port: Number(chance.pick(kind.ports)),
    seconds: Math.max(0.001, drawn(kind.seconds)),
    out: Math.max(40, drawn(kind.out)),
    in: Math.max(40, drawn(kind.in)),
    failed: kind.logins ? Number(chance.pick({ 0: 940, 1: 46, 2: 10, 3: 3, 5: 1 })) : 0,
  };
}

/** Office hours with a dip at lunch; `night` of the flows fall between 0 and 6. */
function hourOf(chance, night) {
  if (chance.chance(night)) return chance.between(0, 6);
  const hour = chance.normal(chance.oneOf([10, 15]), 2.2);
  return Math.min(23.99, Math.max(6, hour));
}

/** One knock at door after door: hardly a byte, mostly no answer, ports that nobody uses. */
function portScan(chance) {
  return {
    hour: chance.between(13.2, 13.6),
    protocol: "tcp",
    service: "other",
    port: chance.integer(1, 9999),
    seconds: chance.between(0.001, 0.04),
    out: chance.oneOf([44, 60, 60, 120]),
    in: chance.oneOf([40, 40, 54]),
    packets: chance.integer(1, 3),
    failed: 0,
  };
}

/** Hundreds of megabytes leave at night through an ordinary web port, and hardly anything comes back. */
function exfiltration(chance) {
  return {
    hour: chance.between(2, 4.5),
    protocol: "tcp",
    service: "web",
    port: 443,
    seconds: chance.between(600, 3000),
    out: chance.logNormal(350e6, 0.5),
    in: chance.logNormal(400e3, 0.4),
    failed: 0,
  };
}

/** Password after password: short remote logins that fail several times each. */
function bruteForce(chance) {
  return {
    hour: chance.between(4, 5.2),
    protocol: "tcp",
    service: "ssh",
    port: 22,
    seconds: chance.between(2, 7),
    out: chance.between(1800, 3200),
    in: chance.between(2000, 3600),
    failed: chance.integer(3, 6),
  };
}

/** A small message home, of the same size, at even intervals, day and night: only the sameness is odd. */
function beaconing(chance, index, count) {
  return {
    hour: ((index + chance.between(-0.02, 0.02) + 1) * 24) / (count + 1),
    protocol: "tcp",
    service: "web",
    port: 443,
    seconds: chance.between(0.2, 0.23),
    out: chance.integer(310, 314),
    in: chance.integer(186, 190),
    packets: 6,
    failed: 0,
  };
}
