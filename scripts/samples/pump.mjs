import { createChance } from "./chance.mjs";
import { rounded } from "./table.mjs";

const STEP_S = 5;
const start = Date.UTC(2025, 4, 12, 6);

/**
 * Ten hours of a water pump: what it moves follows how much is asked for, and all channels follow each other. At times a valve
 * behind it closes in part: less flows against more pressure, though each value alone is one that the day knows.
 * @param {{ seed: number, steps: number, closings: readonly { from: number, steps: number, share: number }[] }} plan `share` of
 *   the valve that is closed
 */
export function pump({ seed, steps, closings }) {
  const chance = createChance(seed);
  let [wander, motor, water] = [0, 46, 21];
  const rows = Array.from({ length: steps }, (_, step) => {
    wander = 0.995 * wander + chance.normal(0, 0.012);
    const day = step / steps;
    const demand = 0.78 + 0.13 * Math.sin(2 * Math.PI * (day * 1.4 - 0.1)) + wander;
    const closed = closedAt(closings, step);
    const flow = 128 * demand * (1 - 0.75 * closed);
    const pressure = 5.9 - 2.1 * demand + 2.6 * closed;
    const current = 3.1 + 2.6 * demand + 0.7 * closed;
    motor += 0.004 * (30 + 4.2 * current + 5 * closed - motor);
    water += 0.002 * (20.5 + 1.5 * day - water);
    const vibration = Math.abs(1.1 + 0.35 * demand + 0.5 * closed + chance.normal(0, 0.07));
    return [
      new Date(start + step * STEP_S * 1000).toISOString().replace(".000", ""),
      rounded(flow + chance.normal(0, 0.9), 1),
      rounded(pressure + chance.normal(0, 0.03), 2),
      rounded(current + chance.normal(0, 0.04), 2),
      rounded(229 - 0.5 * current + chance.normal(0, 0.7), 1),
      rounded(motor + chance.normal(0, 0.05), 1),
      rounded(water + chance.normal(0, 0.04), 1),
      rounded(vibration, 2),
      closed > 0.02 ? 1 : 0,
    ];
  });
  const names = [
    "time",
    "flow_l_min",
    "pressure_bar",
    "current_a",
    "voltage_v",
    "motor_c",
    "water_c",
    "vibration_mm_s",
    "is_anomalous",
  ];
  return { names, rows };
}

/** A valve is turned by hand: it takes half a minute to close and to open. */
function closedAt(closings, step) {
  const turning = 6;
  return Math.max(
    0,
    ...closings.map(
      ({ from, steps, share }) => share * Math.min(1, (step - from) / turning, (from + steps - step) / turning),
    ),
  );
}
