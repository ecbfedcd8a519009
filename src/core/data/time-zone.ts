/**
 * The zone of a column of times: minutes ahead of UTC that all of its cells tell; none told, so that the times are as
 * written; or several, so that the times are in UTC. Epoch milliseconds of a column with one zone are those of its
 * clocks: midnight there is midnight on screen.
 */
export type TimeZone = number | "none" | "several";

const MS_PER_MINUTE = 60_000;

/** Hears the zone of every time of a column. */
export class ZoneTally {
  private without = 0;
  private zone = Number.NaN;
  private isMixed = false;

  /** `ahead`: milliseconds ahead of UTC; NaN where the cell tells no zone. */
  see(ahead: number): void {
    if (Number.isNaN(ahead)) this.without++;
    else if (Number.isNaN(this.zone)) this.zone = ahead;
    else if (this.zone !== ahead) this.isMixed = true;
  }

  get found(): TimeZone {
    if (Number.isNaN(this.zone)) return "none";
    return this.isMixed || this.without > 0 ? "several" : this.zone / MS_PER_MINUTE;
  }
}

/** Milliseconds from UTC to the clocks of a column. */
export function msAhead(zone: TimeZone | undefined): number {
  return typeof zone === "number" ? zone * MS_PER_MINUTE : 0;
}

/** `UTC`, `UTC+2`, `UTC-3:30`. */
export function zoneName(minutes: number): string {
  if (minutes === 0) return "UTC";
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? "-" : "+"}${Math.floor(size / 60)}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}
