import { styledCopy } from "./inline-styles";

const namespace = "http://www.w3.org/2000/svg";
const titleHeight = 28;

/**
 * A chart as a standalone SVG document: its SVG layers with their computed look, its canvases as embedded
 * images, in the order in which they lie on each other. Parts marked `data-export="skip"` are left out.
 */
export function chartToSvg(element: HTMLElement, title: string): string {
  const frame = element.getBoundingClientRect();
  const width = Math.max(1, Math.round(frame.width));
  const height = Math.max(1, Math.round(frame.height)) + titleHeight;
  const root = document.createElementNS(namespace, "svg");
  place(root, 0, 0, width, height);
  root.setAttribute("viewBox", `0 0 ${width} ${height}`);

  const page = getComputedStyle(element);
  const ground = document.createElementNS(namespace, "rect");
  place(ground, 0, 0, width, height);
  ground.setAttribute("fill", page.getPropertyValue("--ae-surface").trim() || "#ffffff");
  root.append(ground, titleOf(title, page));

  for (const layer of element.querySelectorAll<SVGSVGElement | HTMLCanvasElement>("svg, canvas")) {
    if (layer.closest('[data-export="skip"]') || layer.parentElement?.closest("svg")) continue;
    const box = layer.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const part = layer instanceof HTMLCanvasElement ? imageOf(layer) : styledCopy(layer);
    place(part, box.left - frame.left, box.top - frame.top + titleHeight, box.width, box.height);
    root.append(part);
  }
  return lawful(new XMLSerializer().serializeToString(root));
}

/** Cells of a file may hold characters that no XML document may, such as a bell: one of them, and nothing is drawn. */
function lawful(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}

function imageOf(canvas: HTMLCanvasElement): SVGImageElement {
  const image = document.createElementNS(namespace, "image");
  image.setAttribute("href", canvas.toDataURL("image/png"));
  return image;
}

function titleOf(title: string, page: CSSStyleDeclaration): SVGTextElement {
  const text = document.createElementNS(namespace, "text");
  text.setAttribute("x", "8");
  text.setAttribute("y", "18");
  text.setAttribute("fill", page.getPropertyValue("--ae-text").trim() || "#000000");
  text.setAttribute("font-family", page.fontFamily || "sans-serif");
  text.setAttribute("font-size", "14");
  text.setAttribute("font-weight", "600");
  text.textContent = title;
  return text;
}

function place(element: SVGElement, x: number, y: number, width: number, height: number): void {
  element.setAttribute("x", String(x));
  element.setAttribute("y", String(y));
  element.setAttribute("width", String(width));
  element.setAttribute("height", String(height));
}
