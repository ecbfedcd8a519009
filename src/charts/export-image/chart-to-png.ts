import { chartToSvg } from "./chart-to-svg";

/** A chart as a PNG, `scale` pixels for each CSS pixel. Rejects when the browser cannot draw or has no memory for it. */
export async function chartToPng(element: HTMLElement, title: string, scale: number): Promise<Blob> {
  const image = new Image();
  // A data: URL, because the content security policy lets images come from there and not from blob:.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chartToSvg(element, title))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("No 2d canvas.");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The canvas gave no image."))), "image/png");
  });
}
