import { strangeRows, type Kind } from "../made-up-file";
import { drawn, field, times } from "../write-file";

/** What a laboratory writes down: few rows, one of which is off. */
export const fewRows: readonly Kind[] = [
  {
    name: "one titration of a few is off",
    draw(draw) {
      const rows = draw.whole(6, 40);
      const volume = times(rows, () => 25 + 0.05 * draw.normal());
      const off = draw.whole(0, rows - 1);
      volume[off]! += draw.oneOf([-1, 1]) * draw.uniform(0.8, 2);
      return {
        fields: [
          field(
            "sample",
            times(rows, (row) => `S-${row + 1}`),
          ),
          field("volume ml", volume, 2),
          drawn("ph", rows, () => 7 + 0.1 * draw.normal(), 2),
        ],
        planted: strangeRows([off], "volume ml"),
      };
    },
  },
];
