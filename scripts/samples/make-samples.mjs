/**
 * Writes public/samples and the small images of the gallery.
 *   node scripts/samples/make-samples.mjs            our own samples; the converted ones stay as they are
 *   node scripts/samples/make-samples.mjs FOLDER     also converts the sources that FOLDER holds (see converted.mjs)
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { convertedFrom } from "./converted.mjs";
import { ownImages, ownSamples } from "./own-samples.mjs";
import { csvOf, gunzipOf, gzipOf, tableOf } from "./table.mjs";
import { jsonOf, images, thumbnailOf } from "./thumbnails.mjs";
import { zipOf } from "./zip.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const target = join(root, "public", "samples");
const plainUpTo = 200_000;

const source = process.argv[2];
const made = { ...ownSamples(), ...(source ? convertedFrom(source) : {}) };

const thumbnails = {};
for (const [id, image] of Object.entries(images)) {
  if (made[id]) write(id, csvOf(made[id]));
  thumbnails[id] = thumbnailOf(made[id] ?? tableOf(readSample(id)), image);
}
writeFileSync(join(root, "src/features/load/sample-thumbnails.json"), jsonOf(thumbnails));

for (const [name, { files, strip }] of Object.entries(ownImages())) {
  const archive = zipOf(files);
  writeFileSync(join(target, `${name}.zip`), archive);
  writeFileSync(join(target, `${name}.png`), strip);
  console.log(`${name}: ${files.length} files, ${archive.length} bytes`);
}

function write(id, csv) {
  const packed = csv.length > plainUpTo;
  const name = made[id].lines ? `${id}.log` : `${id}.csv`;
  rmSync(join(target, `${name}${packed ? "" : ".gz"}`), { force: true });
  const file = join(target, `${name}${packed ? ".gz" : ""}`);
  const bytes = packed ? gzipOf(csv) : Buffer.from(csv, "utf8");
  writeFileSync(file, bytes);
  console.log(`${id}: ${made[id].rows.length} rows x ${made[id].names.length} columns, ${bytes.length} bytes`);
}

function readSample(id) {
  const plain = join(target, `${id}.csv`);
  return existsSync(plain) ? readFileSync(plain, "utf8") : gunzipOf(readFileSync(`${plain}.gz`));
}
