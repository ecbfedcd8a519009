import { Button, Popover, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Consequence } from "../../../core/score/consequence";
import type { RunResult } from "../../../engine/protocol";
import { foundIn } from "../../../state/threshold";
import { useSetThresholdIn, useThresholdIn } from "../../../state/use-shown";
import { useWords } from "../../../ui/use-words";
import { BestFields } from "./best-fields";
import { CapacityFields } from "./capacity-fields";
import { CostFields } from "./cost-fields";
import { FalseAlarmFields } from "./false-alarm-fields";
import { Outcome } from "./outcome";

const ways = ["capacity", "false-alarms", "cost", "best"] as const;
type Way = (typeof ways)[number];

/** The threshold by what it brings: by capacity, by false alarms, by cost, or by what is known. */
export function ThresholdBy({ result }: { readonly result: RunResult }) {
  const { t } = useWords("inspect");
  const { rule } = useThresholdIn(result);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} width={360} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant={rule.kind === "by" ? "filled" : "default"}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t("threshold.by.open")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Form result={result} present={rule.kind === "by" ? rule.by : null} onTaken={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface FormProps {
  readonly result: RunResult;
  readonly present: Consequence | null;
  onTaken(): void;
}

function Form({ result, present, onTaken }: FormProps) {
  const { t } = useWords("inspect");
  const choose = useSetThresholdIn(result);
  const [way, setWay] = useState<Way>(present?.kind ?? "capacity");
  const [wanted, setWanted] = useState<Consequence | null>(present);
  const by = wanted?.kind === way ? wanted : null;
  return (
    <Stack gap="xs">
      <Radio.Group
        size="xs"
        label={t("threshold.by.title")}
        value={way}
        onChange={(next) => setWay(ways.find((one) => one === next) ?? way)}
      >
        <Stack gap={4} mt={4}>
          {ways.map((one) => (
            <Radio key={one} size="xs" value={one} label={t(`threshold.by.kind.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {way === "capacity" && <CapacityFields of={by} onChange={setWanted} />}
      {way === "cost" && <CostFields of={by} onChange={setWanted} />}
      {way === "best" && <BestFields of={by} onChange={setWanted} />}
      {way === "false-alarms" && <FalseAlarmFields of={by} onChange={setWanted} />}
      {by ? (
        <Outcome
          result={result}
          by={by}
          onTake={({ value }, request) => {
            choose({ kind: "by", by: request, value, of: foundIn(result, "") });
            onTaken();
          }}
        />
      ) : (
        <Text size="xs" c="dimmed">
          {t("threshold.by.none")}
        </Text>
      )}
    </Stack>
  );
}
