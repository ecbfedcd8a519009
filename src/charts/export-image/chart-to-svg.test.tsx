import { afterEach, expect, it, vi } from "vitest";
import { chartToSvg } from "./chart-to-svg";
import { fileNameOf } from "./save-chart";

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function boxed(element: Element, left: number, top: number, width: number, height: number) {
  const box = { left, top, width, height, x: left, y: top, right: left + width, bottom: top + height };
  element.getBoundingClientRect = () => ({ ...box, toJSON: () => box });
}

it("joins the layers of a chart in their order, styled, without what is to be skipped", () => {
  document.body.innerHTML = `
    <style>.bar { fill: rgb(1, 2, 3); }</style>
    <div id="chart">
      <svg id="low"><rect class="bar" width="4" height="5"></rect></svg>
      <canvas></canvas>
      <div data-export="skip"><svg><text>button</text></svg></div>
      <svg id="top"><text>a &lt; b</text></svg>
    </div>`;
  vi.spyOn(HTMLCanvasElement.prototype, "toDataURL").mockReturnValue("data:image/png;base64,AAAA");
  const chart = document.querySelector<HTMLElement>("#chart");
  if (!chart) throw new Error("no chart");
  boxed(chart, 100, 50, 300, 200);
  chart.querySelectorAll("svg").forEach((svg) => boxed(svg, 100, 50, 300, 200));
  chart.querySelectorAll("canvas").forEach((canvas) => boxed(canvas, 140, 60, 250, 150));

  const svg = new DOMParser().parseFromString(chartToSvg(chart, "Scores & <threshold>"), "image/svg+xml");
  const root = svg.documentElement;
  expect(svg.querySelector("parsererror")).toBeNull();
  expect([...root.children].map((child) => child.tagName)).toEqual(["rect", "text", "svg", "image", "svg"]);
  expect(root.children[1]?.textContent).toBe("Scores & <threshold>");
  expect(svg.querySelector("#low rect")?.getAttribute("fill")).toBe("rgb(1, 2, 3)");
  expect(svg.querySelector(".bar")).toBeNull();
  const embedded = root.children[3];
  expect(["x", "y", "width", "height"].map((name) => embedded?.getAttribute(name))).toEqual(["40", "38", "250", "150"]);
  expect(svg.querySelector("#top")?.textContent).toBe("a < b");
});

it("names files for every system", () => {
  expect(fileNameOf("Scores, strangest first")).toBe("scores-strangest-first");
  expect(fileNameOf("../../étrange: 值?")).toBe("étrange-值");
  expect(fileNameOf("***")).toBe("chart");
});

it("is a document also where names hold characters that none may hold", () => {
  const chart = document.createElement("div");
  const layer = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  layer.append(document.createElementNS("http://www.w3.org/2000/svg", "text"));
  layer.firstElementChild!.textContent = "level \u0007\u0000 \ud800 \u{1f600}\ttab";
  chart.append(layer);
  boxed(chart, 0, 0, 100, 100);
  boxed(layer, 0, 0, 100, 100);
  const text = chartToSvg(chart, "bell \u0007");
  expect(new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror")).toBeNull();
  expect(text).toContain("level \ufffd\ufffd \ufffd \u{1f600}\ttab");
});
