import type { Room } from "./kept-files";

/** What the browser says of the room that this origin has. */
export async function roomOf(): Promise<Room> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return {
      used: usage ?? null,
      free: usage === undefined || quota === undefined ? null : Math.max(0, quota - usage),
    };
  } catch {
    return { used: null, free: null };
  }
}
