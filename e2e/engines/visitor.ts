import { expect } from "@playwright/test";
import type { DrivenBrowser } from "./driven-browser";
import { type Place, putTools } from "./tools-in-page";

/** A selector, and what the name of the element says. */
export type At = readonly [css: string, words?: RegExp];

/** A person's steps in a browser that is driven by script. `path`: where something is, each place within the one before. */
export function visitorOf(browser: DrivenBrowser) {
  const names = (...path: readonly At[]) => browser.evaluate((places) => window.tools.names(places), placesOf(path));

  return {
    async open(address: string): Promise<void> {
      await browser.open(address);
      await browser.evaluate(putTools);
    },
    names,
    /** Waits until it is on screen; answers its name. */
    async sees(...path: readonly At[]): Promise<string> {
      await expect.poll(() => names(...path), String(path)).not.toEqual([]);
      return (await names(...path))[0] ?? "";
    },
    /** Clicks it as soon as it is there. */
    async click(...path: readonly At[]): Promise<void> {
      const press = () => browser.evaluate((places) => window.tools.click(places), placesOf(path));
      await expect.poll(press, String(path)).toBe(true);
    },
    press: (key: string) => browser.evaluate((pressed) => window.tools.press(pressed), key),
    /** Lets go of a file over the page. */
    drop: (name: string, bytes: Buffer) =>
      browser.evaluate((called, latin1) => window.tools.drop(called, latin1), name, bytes.toString("latin1")),
    taken: () => browser.evaluate(() => window.tools.taken()),
    complaints: () => browser.evaluate(() => window.tools.complaints()),
  };
}

export type Visitor = ReturnType<typeof visitorOf>;

function placesOf(path: readonly At[]): readonly Place[] {
  return path.map(([css, words = /^/]) => ({ css, words: words.source }));
}
