import { Failure } from "../../core/data/failure";
import type { MatrixSamples } from "../../core/detect/samples";
import type { ImageSamples } from "../../core/images/image-samples";
import { resizedGrid } from "../../core/images/taps";

/** Images made small enough for statistics: each a row of side * side * channels numbers. */
export interface SmallImages {
  readonly images: ImageSamples;
  readonly side: number;
  readonly channels: number;
  /** Made small when they are asked for. */
  readonly rows: MatrixSamples;
}

/** The images with at most `most` cells a side. Throws Failure "no-rows" and "no-features" where there are none. */
export function smallImages(images: ImageSamples, most: number): SmallImages {
  const [size = 0, , channels = 0] = images.shape;
  if (images.count === 0) throw new Failure({ code: "no-rows" });
  if (images.width === 0) throw new Failure({ code: "no-features" });
  const side = Math.min(most, size);
  const width = side * side * channels;
  const rows: MatrixSamples = {
    kind: "matrix",
    count: images.count,
    shape: [width],
    width,
    features: Array.from({ length: width }, (_, cell) => String(cell)),
    origin: images.origin,
    block(from, to) {
      if (side === size) return images.block(from, to);
      const out = new Float32Array((to - from) * width);
      for (let image = from; image < to; image++)
        out.set(
          resizedGrid(images.block(image, image + 1), [size, size, channels], [side, side]),
          (image - from) * width,
        );
      return out;
    },
  };
  return { images, side, channels, rows };
}
