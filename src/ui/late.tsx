import { createElement, lazy, type ComponentType } from "react";

/** Something that the app fetches when it is first needed could not be fetched. */
export class NotFetched extends Error {
  override name = "NotFetched";

  /** `forget` lets it be fetched anew the next time that it is needed. */
  constructor(
    readonly forget: () => void | Promise<void>,
    options?: ErrorOptions,
  ) {
    super(undefined, options);
  }
}

/** A component whose code is fetched when it is first drawn, or before by `preload`. */
export type Late<P> = ComponentType<P> & { preload(): void };

/** How each late component that is known by now is fetched before it is drawn. */
const known = new Set<() => Promise<void>>();

/**
 * Fetches all late components, one after the other, also those that only become known by what arrives: whoever turns to
 * one later may have no server by then. Ends when there is nothing more to fetch.
 */
export async function fetchAhead(): Promise<void> {
  // A set that grows while it is gone through is gone through to its new end.
  for (const fetch of known) await fetch();
}

/** Suspends until the code is there; throws NotFetched for the nearest boundary when it cannot be fetched. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): Late<P> {
  let fetching: Promise<ComponentType<P>> | null = null;
  const fetch = () =>
    (fetching ??= load().catch((cause: unknown) => {
      throw new NotFetched(forget, { cause });
    }));
  // React's lazy components never forget a failure: after one there is a new one.
  const untried = () => lazy(async () => ({ default: await fetch() }));
  let part = untried();
  const forget = () => {
    fetching = null;
    part = untried();
  };
  const LateComponent = (props: P) => createElement(part, props);
  // Nobody waits for it yet: it is fetched again, and its failure told, when it is needed.
  const ahead = async () => {
    await fetch().catch(forget);
  };
  known.add(ahead);
  return Object.assign(LateComponent, { preload: () => void ahead() });
}
