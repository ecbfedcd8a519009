import type { ZipEntry } from "../archive/zip-directory";
import { brokenWorkbook, partText } from "./parts";
import { TextOfRuns } from "./text-of-runs";
import { unescaped } from "./unescaped";
import { XmlScanner } from "./xml-scanner";

/** All words of a workbook, unpacked: more would not leave room for the table. */
const MAX_BYTES = 500_000_000;

/** The words that the cells of a workbook share, by number; read from the front as far as they are wanted. */
export class SharedStrings {
  readonly list: string[] = [];
  isWhole: boolean;
  private readonly pieces: AsyncGenerator<string> | null;
  private readonly scanner: XmlScanner;

  constructor(part: ZipEntry | null) {
    this.pieces = part && partText(part, MAX_BYTES);
    this.isWhole = part === null;
    this.scanner = new XmlScanner(new StringsSink(this.list));
  }

  /** Reads on until there are at least `count`, or all of them. */
  async read(count: number): Promise<void> {
    while (!this.isWhole && this.list.length < count && this.pieces) {
      const next: IteratorResult<string, unknown> = await this.pieces.next();
      if (next.done) this.isWhole = true;
      else if (!this.scanner.push(next.value)) throw brokenWorkbook("broken", "shared strings");
    }
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    await this.pieces?.return(undefined);
  }
}

/** `<si>` is one text, in one `<t>` or in several runs. */
class StringsSink extends TextOfRuns {
  constructor(private readonly list: string[]) {
    super();
  }

  override open(text: string, from: number, to: number): void {
    super.open(text, from, to);
    if (isWord(text, from, to)) this.begin(true);
  }

  override close(text: string, from: number, to: number): void {
    super.close(text, from, to);
    if (isWord(text, from, to)) this.list.push(unescaped(this.whole));
  }
}

function isWord(text: string, from: number, to: number): boolean {
  return to - from === 2 && text.startsWith("si", from);
}
