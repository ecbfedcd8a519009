import { useInterval, useReducedMotion } from "@mantine/hooks";
import { useState } from "react";

export interface Blink {
  readonly isOn: boolean;
  /** Whether the bare image is shown at this moment. */
  readonly isBare: boolean;
  toggle(): void;
}

const BLINK_EVERY_MS = 700;

/** Changes between the bare image and what is drawn over it; where motion is not wanted, once for each press. */
export function useBlink(): Blink {
  const [isBare, setBare] = useState(false);
  const isStill = useReducedMotion();
  const beat = useInterval(() => setBare((before) => !before), BLINK_EVERY_MS);
  if (isStill) return { isOn: isBare, isBare, toggle: () => setBare(!isBare) };
  return {
    isOn: beat.active,
    isBare: isBare && beat.active,
    toggle() {
      setBare(!beat.active);
      beat.toggle();
    },
  };
}
