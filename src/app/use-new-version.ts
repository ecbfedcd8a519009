import { useEffect, useState } from "react";
import { Workbox } from "workbox-window";
import { fetchAhead } from "../ui/late";

/** Takes the new version that waits and reloads the page. */
export type TakeNewVersion = () => void;

/**
 * Lets the page work without a network, once all its parts are here, and tells when a newer version of it has been
 * fetched. That one waits until it is taken: a reload would close the table that is open, so no other page is reloaded
 * when one takes it. Where a browser has no service workers (or forbids them), nothing happens.
 * @returns how to take the newer version; null where there is none
 */
export function useNewVersion(): TakeNewVersion | null {
  const [take, setTake] = useState<TakeNewVersion | null>(null);
  useEffect(() => {
    if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
    const workbox = new Workbox("./sw.js");
    workbox.addEventListener("waiting", () => {
      setTake(() => () => {
        workbox.addEventListener("controlling", () => location.reload());
        workbox.messageSkipWaiting();
      });
    });
    // Without it the page is what it is with a network; a private window may refuse it.
    const register = async () => {
      await fetchAhead();
      await workbox.register({ immediate: true });
    };
    register().catch(() => undefined);
  }, []);
  return take;
}
