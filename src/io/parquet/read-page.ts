import type { DataPageHeader, PageHeader } from "hyparquet";
import { badParquet, decodingFailure } from "./bad-parquet";
import type { Leaf } from "./leaf";
import { unpackRuns, widthOf } from "./levels";
import { plainOf, valuesOf, type Packed, type RawValues } from "./page-values";
import type { Page } from "./pages";
import { unpackPage } from "./unpack-page";

/** Some rows of a column: which of the values each has; -1 where it has none. */
export interface ColumnPiece {
  readonly values: RawValues;
  readonly places: Int32Array;
}

type SecondHeader = NonNullable<PageHeader["data_page_header_v2"]>;

/** Reads the pages of one column of a row group; remembers its dictionary. */
export class PageReader {
  private dictionary: RawValues | null = null;

  constructor(
    private readonly leaf: Leaf,
    private readonly codec: string,
  ) {}

  /**
   * The rows of a page; null where it holds none.
   *
   * @throws Failure `bad-format`
   */
  async read({ header, packed }: Page): Promise<ColumnPiece | null> {
    try {
      const { type, uncompressed_page_size: bytes } = header;
      if (type === "DICTIONARY_PAGE") {
        const count = header.dictionary_page_header?.num_values ?? 0;
        this.dictionary = plainOf(await unpackPage(packed, bytes, this.codec), count, this.leaf);
        return null;
      }
      if (header.data_page_header_v2) return await this.second(packed, bytes, header.data_page_header_v2);
      if (header.data_page_header)
        return this.first(await unpackPage(packed, bytes, this.codec), header.data_page_header);
      return null;
    } catch (error) {
      throw decodingFailure(error);
    }
  }

  private first(bytes: Uint8Array, header: DataPageHeader): ColumnPiece {
    const { num_values: rows, encoding, definition_level_encoding } = header;
    if (this.leaf.maxDefinition === 0) return this.placed({ bytes, encoding, count: rows }, null);
    if (definition_level_encoding !== "RLE") throw badParquet("unsupported", "levels of the first version");
    const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
    const levels = this.levels(bytes.subarray(4, 4 + length), rows);
    return this.placed({ bytes: bytes.subarray(4 + length), encoding, count: this.present(levels) }, levels);
  }

  /** Pages of the second version keep their levels outside of what is packed. */
  private async second(packed: Uint8Array, bytes: number, header: SecondHeader): Promise<ColumnPiece> {
    const { num_values: rows, encoding, is_compressed } = header;
    const start = header.repetition_levels_byte_length;
    const end = start + header.definition_levels_byte_length;
    if (!(start >= 0 && end >= start && end <= packed.length && end <= bytes)) throw badParquet("broken", "levels");
    const codec = is_compressed === false ? "UNCOMPRESSED" : this.codec;
    const values = await unpackPage(packed.subarray(end), bytes - end, codec);
    if (this.leaf.maxDefinition === 0) return this.placed({ bytes: values, encoding, count: rows }, null);
    const levels = this.levels(packed.subarray(start, end), rows);
    return this.placed({ bytes: values, encoding, count: this.present(levels) }, levels);
  }

  private levels(bytes: Uint8Array, rows: number): Int32Array {
    const levels = new Int32Array(rows);
    unpackRuns(bytes, 0, widthOf(this.leaf.maxDefinition), levels);
    return levels;
  }

  private present(levels: Int32Array): number {
    const { maxDefinition } = this.leaf;
    let count = 0;
    for (let i = 0; i < levels.length; i++) if (levels[i] === maxDefinition) count++;
    return count;
  }

  private placed(packed: Packed, levels: Int32Array | null): ColumnPiece {
    const { values, codes } = valuesOf(packed, this.leaf, this.dictionary);
    if (!codes && values.length < packed.count) throw badParquet("broken", "values end too early");
    if (!levels) return { values, places: codes ?? Int32Array.from({ length: packed.count }, (_, row) => row) };
    const { maxDefinition } = this.leaf;
    let next = 0;
    for (let row = 0; row < levels.length; row++) {
      if (levels[row] !== maxDefinition) levels[row] = -1;
      else {
        levels[row] = codes ? codes[next]! : next;
        next++;
      }
    }
    return { values, places: levels };
  }
}
