import { Divider } from "@mantine/core";
import type { ReasonsProps } from "../../state/use-kind-screens";
import { ColumnsInContext } from "./columns-in-context";
import { FidelityLine } from "./fidelity-line";
import { NearestRow } from "./nearest-row";
import { ReasonBars } from "./reason-bars";

/** The reasons of a row that stands for itself: how well they explain its score, in bars, in its columns, beside an ordinary row. */
export function ColumnReasons({ row, result, explanation }: ReasonsProps) {
  return (
    <>
      <FidelityLine row={row} result={result} explanation={explanation} />
      <ReasonBars explanation={explanation} />
      <Divider />
      <ColumnsInContext explanation={explanation} />
      <Divider />
      <NearestRow row={row} result={result} explanation={explanation} />
    </>
  );
}
