import { plainText, type XmlSink, XmlScanner } from "./xml-scanner";

/**
 * The text of a cell or of a shared word: in one `<t>` or in several runs; how it is pronounced (`<rPh>`) is none of it.
 * What stands in no tag is text, too, where there are no runs.
 */
export class TextOfRuns implements XmlSink {
  private isText = false;
  private isPhonetic = false;
  private hasRuns = false;
  protected whole = "";

  /** The text of a piece of XML that is all there. */
  of(xml: string): string {
    this.begin(false);
    new XmlScanner(this).push(xml);
    return this.whole;
  }

  /** Begins another text. */
  protected begin(hasRuns: boolean): void {
    this.whole = "";
    this.hasRuns = hasRuns;
  }

  open(text: string, from: number, to: number): void {
    const tag = text.slice(from, to);
    if (tag === "rPh") this.isPhonetic = true;
    else if (tag === "t") this.isText = !this.isPhonetic;
    if (!this.hasRuns) this.whole = "";
    this.hasRuns = true;
  }

  close(text: string, from: number, to: number): void {
    const tag = text.slice(from, to);
    if (tag === "rPh") this.isPhonetic = false;
    else if (tag === "t") this.isText = false;
  }

  text(text: string, from: number, to: number, isLiteral: boolean): void {
    if (!this.isText && this.hasRuns) return;
    const piece = text.slice(from, to);
    this.whole += isLiteral ? piece : plainText(piece);
  }
}
