import { chartToPng } from "./chart-to-png";
import { chartToSvg } from "./chart-to-svg";

/** Hands the image of a chart to the browser's downloads, named after its title. */
export async function saveChart(element: HTMLElement, title: string, kind: "png" | "svg"): Promise<void> {
  const image =
    kind === "png"
      ? await chartToPng(element, title, Math.max(2, window.devicePixelRatio))
      : new Blob([chartToSvg(element, title)], { type: "image/svg+xml" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(image);
  link.download = `${fileNameOf(title)}.${kind}`;
  link.click();
  // Some browsers read the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** `title` as a file name that every system takes. */
export function fileNameOf(title: string): string {
  const plain = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return plain.slice(0, 80) || "chart";
}
