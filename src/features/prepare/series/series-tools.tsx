import { LabelledWindows } from "./labelled-windows";
import { OtherTime } from "./other-time";

/** Beside how a series is read: another time, and its labelled windows. */
export function SeriesTools() {
  return (
    <>
      <OtherTime />
      <LabelledWindows />
    </>
  );
}
