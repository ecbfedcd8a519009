import { shuffle } from "../../../core/math/random";
import type { EventStream } from "../../../core/series/event-stream";
import { splitRows } from "../training/rows";

/**
 * A stretch of a stream that a network reads at once: it is to forecast the places `from` (included) to `to`
 * (excluded), and reads from the place before `start` on, so that it knows what came before.
 */
export interface Chunk {
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/** Longer sequences are cut, and each piece begins with so many events of the one before to warm up on. */
const MAX_CHUNK_EVENTS = 160;
const WARM_UP_EVENTS = 32;
/** Chunks are filled up to one of these lengths, so that those of a batch are equally long. */
const CHUNK_LENGTHS = [4, 8, 12, 16, 20, 24, 32, 40, 48, 64, 96, 128, MAX_CHUNK_EVENTS];

/** Chunks of a stream, sequence after sequence; ends are forecast, too, where they count. */
export function chunksOf({ ends, depths }: EventStream, withEnds: boolean): Chunk[] {
  const chunks: Chunk[] = [];
  for (const end of ends) {
    const first = end - depths[end]! + 1; // a place
    const last = withEnds ? end + 1 : end;
    for (let from = first; from < last;) {
      const start = Math.max(first, from - WARM_UP_EVENTS);
      const to = Math.min(last, start + MAX_CHUNK_EVENTS);
      chunks.push({ start, from, to });
      from = to;
    }
  }
  return chunks;
}

/** Events that a network reads of a chunk. */
export function lengthOf({ start, to }: Chunk): number {
  return to - start;
}

/** More would be as much work at every report as several steps of learning. */
const MAX_CHUNKS_HELD_OUT = 256;

/** A random split of chunks; all are learned, in their order, where none is held out. */
export function splitChunks(
  chunks: readonly Chunk[],
  share: number,
  random: () => number,
): { readonly learn: readonly Chunk[]; readonly heldOut: readonly Chunk[] } {
  if (share === 0) return { learn: chunks, heldOut: [] };
  const part = Math.min(share, MAX_CHUNKS_HELD_OUT / chunks.length);
  const { learn, heldOut } = splitRows(chunks.length, part, chunks.length, random);
  const of = (rows: Uint32Array) => Array.from(rows, (row) => chunks[row]!); // a chunk
  return { learn: of(learn), heldOut: of(heldOut) };
}

/** Chunks of one filled-up length. */
export interface ChunkBatch {
  readonly length: number;
  readonly chunks: readonly Chunk[];
}

/** The chunks in batches of about `places` places, by length. */
export function batchesOf(chunks: readonly Chunk[], places: number): ChunkBatch[] {
  const byLength = new Map<number, Chunk[]>(CHUNK_LENGTHS.map((length) => [length, []]));
  for (const chunk of chunks)
    byLength.get(CHUNK_LENGTHS.find((length) => length >= chunk.to - chunk.start) ?? MAX_CHUNK_EVENTS)?.push(chunk);
  return [...byLength].flatMap(([length, own]) => {
    const size = chunksPerBatch(length, places);
    return Array.from({ length: Math.ceil(own.length / size) }, (_, i) => ({
      length,
      chunks: own.slice(i * size, (i + 1) * size),
    }));
  });
}

export function chunksPerBatch(length: number, places: number): number {
  return Math.max(1, Math.round(places / length));
}

/** Endless batches in random order; chunks of one length meet others in every pass. */
export function shuffledChunks(chunks: readonly Chunk[], places: number, random: () => number): () => ChunkBatch {
  let rest: ChunkBatch[] = [];
  return () => {
    if (rest.length === 0)
      rest = shuffle<ChunkBatch, ChunkBatch[]>(batchesOf(shuffle<Chunk, Chunk[]>([...chunks], random), places), random);
    return rest.pop() ?? { length: 1, chunks: [] };
  };
}

/** What the network reads of each chunk, [rows, length]: the classes before each place, filled up with `filling`. */
export function classesBefore(
  { classes }: EventStream,
  { length, chunks }: ChunkBatch,
  rows: number,
  filling: number,
): Float32Array {
  const read = new Float32Array(rows * length).fill(filling);
  chunks.forEach(({ start, to }, row) => read.set(classes.subarray(start - 1, to - 1), row * length));
  return read;
}

/** A chunk, and how many places further on each chunk that reads and forecasts the same begins; 0 is its own. */
export interface SharedChunk {
  readonly chunk: Chunk;
  readonly offsets: readonly number[];
}

/** Chunks that read the same events and forecast as many of them, put together: what is answered to one holds for all. */
export function sharedChunks({ classes }: Pick<EventStream, "classes">, chunks: readonly Chunk[]): SharedChunk[] {
  const shared = new Map<string, { chunk: Chunk; offsets: number[] }>();
  for (const chunk of chunks) {
    const key = `${chunk.from - chunk.start} ${classes.subarray(chunk.start - 1, chunk.to).join()}`;
    const known = shared.get(key);
    if (known) known.offsets.push(chunk.start - known.chunk.start);
    else shared.set(key, { chunk, offsets: [0] });
  }
  return [...shared.values()];
}
