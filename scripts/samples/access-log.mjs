import { createChance } from "./chance.mjs";

const start = Date.UTC(2025, 9, 6);
const HOUR_MS = 3_600_000;
const pages = {
  "/": [22, 5200],
  "/products": [20, 14_300],
  "/products/pump-a12": [12, 9100],
  "/products/valve-k3": [10, 8800],
  "/cart": [9, 3900],
  "/checkout": [4, 5100],
  "/account": [6, 4400],
  "/account/orders": [4, 6700],
  "/css/site.css": [14, 18_200],
  "/img/logo.svg": [14, 2100],
  "/search?q=gasket": [7, 7600],
};
const agents = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML like Gecko) Chrome/140.0 Safari/537.36",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML like Gecko) Version/18.4 Safari/605.1.15",
  "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML like Gecko) Version/18.4 Mobile/15E148",
];
const secrets = [
  "/.env",
  "/.git/config",
  "/wp-login.php",
  "/phpmyadmin/",
  "/backup.zip",
  "/admin.php",
  "/cgi-bin/test.cgi",
  "/config.json",
];

/** Who should not have been there. Their addresses are of ranges that stand in documents only (RFC 5737). */
const intruders = { scanner: "198.51.100.23", guesser: "203.0.113.77" };

/** What they do. */
const attacks = {
  /** Looks for files that should not be served, several a second. */
  scan: (chance, count) =>
    Array.from({ length: count }, (_, step) => ({
      client: intruders.scanner,
      time: start + 27.3 * HOUR_MS + step * 400,
      method: "GET",
      path: chance.oneOf(secrets),
      status: chance.chance(0.06) ? 403 : 404,
      bytes: 162,
      agent: "python-requests/2.32",
    })),
  /** Tries passwords until one fits, then takes all orders away. */
  guess(chance, count) {
    const begin = start + 38.6 * HOUR_MS;
    const tried = Array.from({ length: count }, (_, step) => ({
      client: intruders.guesser,
      time: begin + step * 2100,
      method: "POST",
      path: "/login",
      status: step === count - 1 ? 302 : 401,
      bytes: step === count - 1 ? 0 : 512,
      agent: agents[2],
    }));
    const taken = Array.from({ length: 6 }, (_, part) => ({
      client: intruders.guesser,
      time: begin + count * 2100 + part * 9000,
      method: "GET",
      path: `/admin/export?part=${part + 1}`,
      status: 200,
      bytes: chance.integer(4_100_000, 5_200_000),
      agent: agents[2],
    }));
    return [...tried, ...taken];
  },
};

/**
 * Two days of a small shop's web server in the combined log format, with sign-ins.
 * @param {{ seed: number, rows: number, clients: number, planted: Record<keyof typeof attacks, number> }} plan
 */
export function accessLog({ seed, rows, clients, planted }) {
  const chance = createChance(seed);
  const hostile = Object.entries(planted).flatMap(([attack, count]) => attacks[attack](chance, count));
  const visitors = Array.from({ length: clients }, (_, at) => ({
    client: `192.0.2.${at % 254}`.replace("192.0.2", `10.${20 + (at % 7)}.${Math.floor(at / 254)}`),
    agent: chance.oneOf(agents),
  }));
  const weights = Object.fromEntries(Object.entries(pages).map(([path, [weight]]) => [path, weight]));
  const ordinary = Array.from({ length: rows - hostile.length }, () => {
    const visitor = chance.oneOf(visitors);
    const time =
      start + chance.integer(0, 1) * 24 * HOUR_MS + Math.min(23.9, Math.max(0, chance.normal(14, 4.2))) * HOUR_MS;
    if (chance.chance(0.03)) {
      const status = chance.chance(0.12) ? 401 : 302;
      return { ...visitor, time, method: "POST", path: "/login", status, bytes: status === 401 ? 512 : 0 };
    }
    const path = chance.pick(weights);
    const status = chance.chance(0.012) ? 404 : chance.chance(0.14) ? 304 : 200;
    const bytes = status === 304 ? 0 : status === 404 ? 162 : Math.round(pages[path][1] * chance.between(0.97, 1.04));
    return { ...visitor, time, method: "GET", path, status, bytes };
  });
  const inOrder = [...ordinary, ...hostile].sort((a, b) => a.time - b.time);
  const isHostile = ({ client }) => Object.values(intruders).includes(client);
  return {
    names: ["hour", "bytes", "is_attack"],
    rows: inOrder.map((one) => [(one.time - start) / HOUR_MS, one.bytes, isHostile(one) ? 1 : 0]),
    lines: inOrder.map(lineOf),
  };
}

function lineOf({ client, time, method, path, status, bytes, agent }) {
  const [day, month, year, clock] = [
    new Date(time).getUTCDate(),
    new Date(time).toLocaleString("en-GB", { month: "short", timeZone: "UTC" }),
    new Date(time).getUTCFullYear(),
    new Date(time).toISOString().slice(11, 19),
  ];
  return `${client} - - [${String(day).padStart(2, "0")}/${month}/${year}:${clock} +0000] "${method} ${path} HTTP/1.1" ${status} ${bytes} "-" "${agent}"`;
}
