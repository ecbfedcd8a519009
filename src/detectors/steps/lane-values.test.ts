import { expect, it } from "vitest";
import { valueAt } from "./lane-values";

it.each([0, 5, 0.25, 1234.5, -3e-9])(
  "says %s as it was read, though samples hold it less its centre as Float32",
  (read) => {
    const [centre, scale] = [7.123456789, 3.3];
    const values = Float64Array.of(Math.fround((read - centre) / scale));
    const samples = { inUnits: (_step: number, _channel: number, value: number) => centre + scale * value };
    const lane = { values, from: 0, channel: 0 };
    // Nothing else of them is looked at.
    const said = valueAt(
      samples as unknown as Parameters<typeof valueAt>[0],
      lane as unknown as Parameters<typeof valueAt>[1],
      0,
    );
    expect(said).toBe(Math.abs(read) < 1e-6 ? 0 : read);
  },
);
