/** A set of rows by name, and how many it holds. */
export interface NamedSet {
  readonly label: string;
  readonly count: number;
}

/** How many rows are in exactly these sets (positions, ascending). */
export interface UpsetPart {
  readonly members: readonly number[];
  readonly count: number;
}

export interface UpsetBar {
  /** Position among the parts. */
  readonly part: number;
  /** Middle of the bar. */
  readonly x: number;
  readonly top: number;
  readonly height: number;
  /** The dots below the bar, one per set. */
  readonly dots: readonly { readonly y: number; readonly isMember: boolean }[];
  /** Ends of the line that joins the members' dots. */
  readonly from: number;
  readonly to: number;
}

export interface UpsetShape {
  readonly bars: readonly UpsetBar[];
  readonly barWidth: number;
  /** Middle of each set's line. */
  readonly lines: readonly number[];
  readonly lineHeight: number;
  /** Where the bars stand. */
  readonly base: number;
  /** Parts for which there is no room. */
  readonly left: number;
}

const LINE_PX = 22;
const BAR_STEP_PX = 34;
/** Room above the highest bar for its number, and for how many bars are left out. */
const HEAD_PX = 32;

/** Height that the chart needs to draw this many sets with bars that can be compared. */
export function upsetHeight(sets: number): number {
  return HEAD_PX + 120 + 10 + sets * LINE_PX;
}

/**
 * Lays out as many parts as fit, in their order, above a line of dots for each set. The highest bar fills its room;
 * a part that holds any row is at least 1 pixel high.
 */
export function upsetShape(
  sets: number,
  parts: readonly UpsetPart[],
  room: { readonly left: number; readonly width: number; readonly height: number },
): UpsetShape {
  const base = Math.max(HEAD_PX + 20, room.height - sets * LINE_PX - 10);
  const fitting = Math.max(1, Math.min(parts.length, Math.floor((room.width - room.left) / BAR_STEP_PX)));
  const most = Math.max(1, ...parts.map(({ count }) => count));
  const lines = Array.from({ length: sets }, (_, at) => base + 10 + (at + 0.5) * LINE_PX);
  const lineOf = (set: number | undefined): number => (set === undefined ? base : (lines[set] ?? base));
  const bars = parts.slice(0, fitting).map(({ members, count }, part) => {
    const height = count > 0 ? Math.max(1, (count / most) * (base - HEAD_PX)) : 0;
    return {
      part,
      x: room.left + (part + 0.5) * BAR_STEP_PX,
      top: base - height,
      height,
      dots: lines.map((y, set) => ({ y, isMember: members.includes(set) })),
      from: lineOf(members[0]),
      to: lineOf(members.at(-1)),
    };
  });
  return { bars, barWidth: BAR_STEP_PX - 12, lines, lineHeight: LINE_PX, base, left: parts.length - bars.length };
}
