import { Blob as RealBlob } from "node:buffer";
import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { renderReal } from "../../../testing/real-screen";
import { useSession } from "../../../state/use-session";
import { ReportSection } from "./report-section";

const made: Blob[] = [];

beforeEach(() => {
  localStorage.clear();
  made.length = 0;
  // jsdom's own Blob cannot be read as text.
  vi.stubGlobal("Blob", RealBlob);
  Object.assign(URL, {
    createObjectURL: vi.fn((blob: Blob) => {
      made.push(blob);
      return "blob:made";
    }),
    revokeObjectURL: vi.fn(),
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  return () => vi.unstubAllGlobals();
});

/** Payments of which one is far out, and one is called so that it would run. */
function payments(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const amount = at === 7 ? 9000 : 20 + ((at * 37) % 61);
    const name = at === 7 ? '"<script>alert(1)</script>"' : `p${at % 5}`;
    return `${amount},${10 + ((at * 13) % 17)},${name}`;
  });
  return ["amount,<b>hours</b>,payee", ...lines].join("\n");
}

/** Of the detector on screen. */
function Shown() {
  const dataset = useSession((state) => state.dataset);
  const detector = useSession((state) => state.history.present.shown);
  const result = useSession((state) => state.runs[detector]?.result);
  return dataset && result && <ReportSection {...{ dataset, detector, result }} isStale={false} />;
}

async function reportOf(user: { click(element: Element): Promise<void> }): Promise<string> {
  await user.click(await screen.findByRole("button", { name: "Download the report" }));
  await waitFor(() => expect(made.length).toBeGreaterThan(0));
  return made.at(-1)!.text();
}

it("writes one page that tells the question, the data, the reasons and the way back, in the chosen parts", async () => {
  const { user, session } = await renderReal(<Shown />, payments(120));
  act(() => {
    session.actions.setThreshold(session.store.getState().history.present.shown, { kind: "top-k", k: 3 });
    session.actions.setReport({ heading: "Audit <of> March", remarks: "Checked by hand." });
  });
  const page = await reportOf(user);
  const seen = new DOMParser().parseFromString(page, "text/html");
  expect(seen.querySelector("h1")?.textContent).toBe("Audit <of> March");
  expect(seen.querySelector(".remarks")?.textContent).toBe("Checked by hand.");
  expect([...seen.querySelectorAll("h2")].map((title) => title.textContent)).toEqual([
    "The question",
    "The data",
    "What was assumed",
    "Detectors",
    "The threshold",
    "The scores",
    "What was flagged",
    "How good it is, by what is known",
    "What to distrust",
    "Decisions",
    "How to repeat it",
  ]);
  const [first] = seen.querySelectorAll(".things tbody tr");
  expect(first?.querySelector("th")?.textContent).toBe("Row 8");
  expect(first?.querySelector(".why")?.textContent).toMatch(/amount 9,?000 is/);
  expect(first?.textContent).toContain("<script>alert(1)</script>");
  expect(seen.querySelectorAll("script, b, link, iframe")).toHaveLength(0);
  expect(page).toMatch(/SHA-256<\/dt><dd>[0-9a-f]{64}</);
  expect(seen.querySelectorAll("svg")).toHaveLength(1);

  // What is left out is gone, kept in the project, and undone like every choice.
  await user.click(screen.getByRole("checkbox", { name: "What was flagged, and why" }));
  expect(session.store.getState().history.present.report.without).toEqual(["flagged"]);
  made.length = 0;
  const shorter = await reportOf(user);
  expect(shorter).not.toContain("9,000");
});
