import type { SeriesOverview, Stretch } from "../../engine/protocol";

const CHANNELS_AT_FIRST = 4;

/**
 * The channels that are drawn until a person chooses, by their columns: those in which the strangest stretches are
 * strange, the first of each stretch before the second of any, then those of the file. In the order of the file.
 */
export function channelsAtFirst(
  { channels }: Pick<SeriesOverview, "channels">,
  stretches: readonly Pick<Stretch, "channels">[],
): readonly number[] {
  const columns = channels.map(({ column }) => column);
  const most = Math.max(0, ...stretches.map((stretch) => stretch.channels.length));
  const blamed = Array.from({ length: most }, (_, place) =>
    stretches.flatMap((stretch) => stretch.channels[place]?.column ?? []),
  ).flat();
  const drawn = new Set([...new Set([...blamed, ...columns])].slice(0, CHANNELS_AT_FIRST));
  return columns.filter((column) => drawn.has(column));
}
