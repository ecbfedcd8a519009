import { Button } from "@mantine/core";
import type { Reading } from "../../state/session-state";
import { useActions } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import { remediesOf } from "./remedies";
import { useMarkName } from "./use-mark-name";

/** One click per likely cure of a file that could not be read. */
export function RemedyButtons({ reading }: { readonly reading: Extract<Reading, { stage: "failed" }> }) {
  const { t } = useWords("load");
  const { correctReading } = useActions();
  const nameOf = useMarkName();
  return remediesOf(reading.failure.code, reading.inspection).map(({ words, value, change }, at) => (
    <Button key={value} variant={at === 0 ? "filled" : "default"} onClick={() => void correctReading(change)}>
      {t(`remedy.${words}`, { value: nameOf(value) })}
    </Button>
  ));
}
