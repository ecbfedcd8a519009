import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { Blob, File } from "node:buffer";
import { afterEach } from "vitest";

afterEach(cleanup);

// A second goes by when every core is busy. Less than a test may take, so that a failure says what was missing.
configure({
  asyncUtilTimeout: 100_000,
  // Asking jsdom of every element whether it can be seen makes queries by role ten times slower.
  defaultHidden: true,
});

// What the component library asks of a browser and jsdom does not have. Nothing here has a size or a colour scheme;
// what depends on them is tested in a real browser.
class StillObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

Object.assign(globalThis, {
  // Those of jsdom cannot be read.
  Blob,
  File,
  requestIdleCallback: (job: () => void) => setTimeout(job),
  cancelIdleCallback: clearTimeout,
  ResizeObserver: StillObserver,
  IntersectionObserver: StillObserver,
  matchMedia: (media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
});
Object.assign(Element.prototype, { scrollIntoView: () => undefined });
