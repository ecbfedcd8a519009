/**
 * Ordinary traffic of an office network, per service. `out` and `in` are bytes and `seconds` the duration,
 * each [median, sigma] of a log-normal; `night` is the share that falls between 0 and 6 o'clock.
 */
export const services = {
  web: { weight: 52, protocol: "tcp", ports: { 443: 93, 80: 7 }, seconds: [2.4, 1.3], out: [2600, 1.1], in: [26000, 1.6], night: 0.05 },
  dns: { weight: 20, protocol: "udp", ports: { 53: 1 }, seconds: [0.03, 0.7], out: [74, 0.2], in: [180, 0.5], night: 0.08 },
  mail: { weight: 8, protocol: "tcp", ports: { 993: 70, 587: 30 }, seconds: [3.5, 1], out: [5200, 1.5], in: [9000, 1.6], night: 0.04, logins: true },
  file_share: { weight: 6, protocol: "tcp", ports: { 445: 1 }, seconds: [14, 1.4], out: [40000, 1.9], in: [90000, 2], night: 0.02, logins: true },
  video_call: { weight: 3.5, protocol: "udp", ports: { 3478: 60, 443: 40 }, seconds: [900, 0.9], out: [45e6, 0.9], in: [60e6, 0.9], night: 0.01 },
  time_sync: { weight: 4, protocol: "udp", ports: { 123: 1 }, seconds: [0.05, 0.5], out: [76, 0.02], in: [76, 0.02], night: 0.25 },
  database: { weight: 3, protocol: "tcp", ports: { 5432: 1 }, seconds: [8, 1.5], out: [9000, 1.3], in: [32000, 1.8], night: 0.12, logins: true },
  ssh: { weight: 1.6, protocol: "tcp", ports: { 22: 1 }, seconds: [240, 1.6], out: [22000, 1.4], in: [48000, 1.5], night: 0.06, logins: true },
  backup: { weight: 0.5, protocol: "tcp", ports: { 873: 1 }, seconds: [1500, 0.6], out: [600e6, 0.9], in: [900e3, 0.7], night: 0.95 },
  other: { weight: 1.4, protocol: "tcp", ports: { 8080: 4, 8443: 3, 1883: 2, 5222: 2, 9100: 5 }, seconds: [5, 1.6], out: [3000, 1.6], in: [5000, 1.8], night: 0.08 },
};
