import type { Markup } from "./markup";

/** A name and what it stands for. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** A column of a table of a report; numbers stand at its right. */
export interface ReportColumn {
  readonly name: string;
  readonly isNumber?: boolean;
}

/** One cell that is told of what stands out. */
export interface ToldCell extends Fact {
  /** It is among the reasons. */
  readonly isReason: boolean;
  /** What is usual there; empty: nothing is said. */
  readonly usual: string;
}

/** A picture of it: drawn, or a small image. */
export type ReportPicture =
  | { readonly is: "drawing"; readonly drawing: Markup }
  | { readonly is: "image"; readonly mediaType: string; readonly bytes: Uint8Array; readonly words: string };

/** Something that stands out, ready to be read. */
export interface ReportedThing {
  /** Where it is: a row, a stretch, a sequence, an image. */
  readonly place: string;
  readonly score: string;
  readonly reasons: readonly string[];
  readonly cells: readonly ToldCell[];
  /** What a person said of it; empty: nothing. */
  readonly mark: string;
  readonly picture: ReportPicture | null;
}

/** What a part of a report is made of. */
export type ReportBlock =
  | { readonly is: "sentences"; readonly sentences: readonly string[] }
  | { readonly is: "list"; readonly items: readonly string[] }
  | { readonly is: "facts"; readonly facts: readonly Fact[] }
  | {
      readonly is: "table";
      readonly caption: string;
      readonly columns: readonly ReportColumn[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly is: "picture"; readonly drawing: Markup; readonly caption: string }
  | {
      readonly is: "things";
      readonly caption: string;
      readonly head: Readonly<Record<"place" | "score" | "why" | "cells" | "mark", string>>;
      readonly things: readonly ReportedThing[];
    }
  | { readonly is: "text"; readonly name: string; readonly text: string };

export interface ReportSection {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

/** A report, every word of it said: what is left is to lay it out. */
export interface Report {
  /** As BCP 47 has it. */
  readonly language: string;
  readonly heading: string;
  /** What was made when and by what. */
  readonly made: string;
  /** A person's own words; lines stay lines. */
  readonly remarks: string;
  /** What the list of sections is called. */
  readonly contents: string;
  readonly sections: readonly ReportSection[];
}
