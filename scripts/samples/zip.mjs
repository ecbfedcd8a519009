import { deflateRawSync, inflateRawSync } from "node:zlib";
import { crcOf } from "./png.mjs";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, the zero of zip: the same archive on every day. */
const DATE = 0x0021;

/**
 * A zip archive of files, packed. Paths are UTF-8 with forward slashes.
 * @param {{ path: string, bytes: Buffer }[]} files
 */
export function zipOf(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { path, bytes } of files) {
    const name = Buffer.from(path, "utf8");
    const packed = deflateRawSync(bytes, { level: 9 });
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt16LE(0, 6);
    shared.writeUInt16LE(DATE, 8);
    shared.writeUInt32LE(crcOf(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    parts.push(signature(LOCAL), shared, name, packed);
    directory.push(signature(CENTRAL), Buffer.from([20, 0]), shared, place, name);
    offset += 4 + shared.length + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, signature(END), end]);
}

/**
 * The files of an archive that `zipOf` wrote.
 * @param {Buffer} archive
 * @returns {{ path: string, bytes: Buffer }[]}
 */
export function unzipped(archive) {
  const files = [];
  for (let at = 0; archive.readUInt32LE(at) === LOCAL;) {
    const packed = archive.readUInt32LE(at + 18);
    const name = at + 30;
    const data = name + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
    const path = archive.toString("utf8", name, name + archive.readUInt16LE(at + 26));
    files.push({ path, bytes: inflateRawSync(archive.subarray(data, data + packed)) });
    at = data + packed;
  }
  return files;
}

function signature(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
