/**
 * Writes the files that the journeys and reader tests throw at the product into e2e/fixtures/files.
 *   node scripts/samples/make-fixtures.mjs
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cardPayments } from "./card-payments.mjs";
import { createChance } from "./chance.mjs";
import { gb18030Of, utf16leOf, windows1252Of } from "./encodings.mjs";
import { hostileTables } from "./hostile-tables.mjs";
import { noisePng } from "./noise-png.mjs";
import { csvOf, gzipOf, rounded } from "./table.mjs";

const target = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "e2e", "fixtures", "files");
const chance = createChance(99);

const files = {
  ...hostileTables(chance),
  "decimal-comma-semicolon.csv": windows1252Of(decimalComma()),
  "utf16le.tsv": utf16leOf(machines("\t", ["máquina", "température", "натиск"])),
  "gb18030.csv": gb18030Of(machines(",", ["机器", "温度", "压力"], ["上海", "北京", "广州"])),
  "pipes.csv.gz": gzipOf(machines("|", ["machine", "temperature", "pressure"])),
  "binary.csv": noisePng(chance, 48),
  "payments-small.csv": csvOf(
    cardPayments({
      seed: 3,
      rows: 300,
      planted: { cardTesting: 4, nightElectronics: 2, impossibleTravel: 1, rareGiftCards: 1, slowDrain: 0 },
    }),
  ),
};

mkdirSync(target, { recursive: true });
for (const [name, content] of Object.entries(files)) writeFileSync(join(target, name), content);
console.log(`${Object.keys(files).length} files in ${target}`);

/** As a German spreadsheet saves it; the amount of order 41 is strange. */
function decimalComma() {
  const cities = ["München", "Köln", "Düsseldorf", "Großenhain", "Zürich"];
  const rows = Array.from({ length: 80 }, (_, i) => {
    const amount = i === 40 ? "12.480,50" : german(chance.normal(1240, 90));
    const day = String((i % 28) + 1).padStart(2, "0");
    return [i + 1, `${day}.03.2024`, chance.oneOf(cities), amount, german(chance.normal(19, 1))].join(";");
  });
  return ["Auftrag;Datum;Ort;Betrag in €;Gewicht", ...rows].join("\r\n") + "\r\n";
}

function german(value) {
  const [whole, decimals] = value.toFixed(2).split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ".")},${decimals}`;
}

/** 80 readings of three machines; reading 60 is far too hot. */
function machines(delimiter, names, places = ["north", "south", "west"]) {
  const rows = Array.from({ length: 80 }, (_, i) => [
    chance.oneOf(places),
    i === 59 ? 180 : rounded(chance.normal(71, 2), 1),
    rounded(chance.normal(3.2, 0.1), 3),
  ]);
  return [names, ...rows].map((row) => row.join(delimiter)).join("\n") + "\n";
}
