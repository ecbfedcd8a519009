import { late } from "../ui/late";

const load = () => import("./command-palette");

/** Every action by name; its code is not part of the first load. */
export const Palette = late(async () => (await load()).CommandPalette);

/** Opens the palette from anywhere. */
export function openPalette(): void {
  // What cannot be fetched is said by the palette itself, where it stands in the page.
  void load().then(
    ({ spotlight }) => spotlight.open(),
    () => undefined,
  );
}
