import { ActionIcon, Group, Menu, NumberInput, Select, Slider, Tooltip } from "@mantine/core";
import { IconRestore, IconTarget } from "@tabler/icons-react";
import { memo, useState } from "react";
import { coreKindOf } from "../../core/kinds/kinds";
import type { RunResult } from "../../engine/protocol";
import type { ThresholdRule } from "../../core/score/threshold";
import type { Threshold } from "../../state/threshold";
import { useActions } from "../../state/use-session";
import { useLateThresholdIn, useSetThresholdIn } from "../../state/use-shown";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { ThresholdBy } from "./threshold-by/threshold-by";

const scales = ["top-k", "share", "score"] as const;
type Scale = (typeof scales)[number];

/** The same threshold as a slider and a number: so many rows, such a share, or this score. */
export function ThresholdControls({ result }: { readonly result: RunResult }) {
  return <Controls result={result} threshold={useLateThresholdIn(result)} />;
}

const Controls = memo(function Controls({
  result,
  threshold,
}: {
  readonly result: RunResult;
  readonly threshold: Threshold;
}) {
  const { t } = useWords("inspect");
  const { noun } = coreKindOf(result.request.recipe.rowKind);
  const [scale, setScale] = useState<Scale>("top-k");
  const { settle } = useActions();
  const choose = useSetThresholdIn(result);
  const total = Math.max(1, result.sorted.length);
  return (
    <Group gap={6} wrap="wrap">
      <Slider
        w={130}
        size="sm"
        min={0}
        max={1}
        step={0.001}
        thumbLabel={t("threshold.slider")}
        value={placeOf(threshold.count, total)}
        label={null}
        onChange={(place) => choose({ kind: "top-k", k: countAt(place, total) })}
        onChangeEnd={settle}
      />
      <ThresholdNumber result={result} threshold={threshold} scale={scale} onChoose={choose} />
      <Select
        size="xs"
        w={116}
        aria-label={t("threshold.scale")}
        allowDeselect={false}
        value={scale}
        onChange={(value) => setScale(value ?? "top-k")} // Its values are the scales given above.
        data={scales.map((value) => ({ value, label: t(`threshold.scales.${value}`, { context: noun }) }))}
      />
      <SuggestionMenu result={result} onChoose={choose} />
      <ThresholdBy result={result} />
      <Tooltip label={t("threshold.suggested")}>
        <ActionIcon
          variant="default"
          aria-label={t("threshold.suggested")}
          onClick={() => choose({ kind: "suggested" })}
        >
          <IconRestore size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
});

interface NumberProps {
  readonly result: RunResult;
  readonly threshold: Threshold;
  readonly scale: Scale;
  readonly onChoose: (rule: ThresholdRule) => void;
}

function ThresholdNumber({ result, threshold, scale, onChoose }: NumberProps) {
  const { t } = useWords("inspect");
  const total = Math.max(1, result.sorted.length);
  const shown = {
    "top-k": threshold.count,
    share: Number(((100 * threshold.count) / total).toPrecision(3)),
    score: Number(threshold.value.toPrecision(5)),
  }[scale];
  const ruleOf = (value: number): ThresholdRule => {
    if (scale === "top-k") return { kind: "top-k", k: Math.round(value) };
    return scale === "share" ? { kind: "share", share: value / 100 } : { kind: "fixed", value };
  };
  return (
    <NumberInput
      size="xs"
      w={92}
      aria-label={t(`threshold.scales.${scale}`)}
      value={shown}
      {...(scale === "score" ? {} : { min: 0, max: scale === "share" ? 100 : total })}
      suffix={scale === "share" ? " %" : ""}
      step={scale === "top-k" ? 1 : scale === "share" ? 0.1 : Math.abs(shown) / 100 || 0.01}
      thousandSeparator=","
      onChange={(value) => {
        if (typeof value === "number" && value !== shown) onChoose(ruleOf(value));
      }}
    />
  );
}

function SuggestionMenu({
  result,
  onChoose,
}: {
  readonly result: RunResult;
  readonly onChoose: (rule: ThresholdRule) => void;
}) {
  const { t, i18n } = useWords("inspect");
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <Tooltip label={t("threshold.named")}>
          <ActionIcon variant="default" aria-label={t("threshold.named")}>
            <IconTarget size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {result.suggestions.map(({ name, count }) => (
          <Menu.Item
            key={name}
            rightSection={t("threshold.rows", { count, formatted: formatCount(count, i18n.language) })}
            onClick={() => onChoose({ kind: "named", name })}
          >
            {t(`threshold.name.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The slider is logarithmic in the number of rows: half of its way is for the first thousand of a million. */
function placeOf(count: number, total: number): number {
  return Math.log1p(count) / Math.log1p(total);
}

function countAt(place: number, total: number): number {
  return Math.round(Math.expm1(place * Math.log1p(total)));
}
