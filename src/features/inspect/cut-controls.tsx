import { ActionIcon, Group, Menu, NumberInput, Select, Slider, Tooltip } from "@mantine/core";
import { IconRestore, IconTarget } from "@tabler/icons-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RunResult } from "../../engine/protocol";
import type { ThresholdRule } from "../../core/score/threshold";
import type { Cut } from "../../state/cut";
import { useActions } from "../../state/use-session";
import { useLateCutIn } from "../../state/use-shown";
import { formatCount } from "../../ui/format";

const scales = ["top-k", "share", "score"] as const;
type Scale = (typeof scales)[number];

/** The same cut as a slider and a number: so many rows, such a share, or this score. */
export function CutControls({ result }: { readonly result: RunResult }) {
  return <Controls result={result} cut={useLateCutIn(result)} />;
}

const Controls = memo(function Controls({ result, cut }: { readonly result: RunResult; readonly cut: Cut }) {
  const { t } = useTranslation("inspect");
  const [scale, setScale] = useState<Scale>("top-k");
  const { setCut, settle } = useActions();
  const total = Math.max(1, result.sorted.length);
  const choose = (rule: ThresholdRule) => setCut(result.request.detector, rule);
  return (
    <Group gap={6} wrap="wrap">
      <Slider
        w={130}
        size="sm"
        min={0}
        max={1}
        step={0.001}
        thumbLabel={t("cut.slider")}
        value={placeOf(cut.count, total)}
        label={null}
        onChange={(place) => choose({ kind: "top-k", k: countAt(place, total) })}
        onChangeEnd={settle}
      />
      <CutNumber result={result} cut={cut} scale={scale} onChoose={choose} />
      <Select
        size="xs"
        w={116}
        aria-label={t("cut.scale")}
        allowDeselect={false}
        value={scale}
        onChange={(value) => setScale(value ?? "top-k")} // Its values are the scales given above.
        data={scales.map((value) => ({ value, label: t(`cut.scales.${value}`) }))}
      />
      <SuggestionMenu result={result} onChoose={choose} />
      <Tooltip label={t("cut.suggested")}>
        <ActionIcon variant="default" aria-label={t("cut.suggested")} onClick={() => choose({ kind: "suggested" })}>
          <IconRestore size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
});

interface NumberProps {
  readonly result: RunResult;
  readonly cut: Cut;
  readonly scale: Scale;
  readonly onChoose: (rule: ThresholdRule) => void;
}

function CutNumber({ result, cut, scale, onChoose }: NumberProps) {
  const { t } = useTranslation("inspect");
  const total = Math.max(1, result.sorted.length);
  const shown = {
    "top-k": cut.count,
    share: Number(((100 * cut.count) / total).toPrecision(3)),
    score: Number(cut.value.toPrecision(5)),
  }[scale];
  const ruleOf = (value: number): ThresholdRule => {
    if (scale === "top-k") return { kind: "top-k", k: Math.round(value) };
    return scale === "share" ? { kind: "share", share: value / 100 } : { kind: "fixed", value };
  };
  return (
    <NumberInput
      size="xs"
      w={92}
      aria-label={t(`cut.scales.${scale}`)}
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
  const { t, i18n } = useTranslation("inspect");
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <Tooltip label={t("cut.named")}>
          <ActionIcon variant="default" aria-label={t("cut.named")}>
            <IconTarget size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {result.suggestions.map(({ name, count }) => (
          <Menu.Item
            key={name}
            rightSection={t("cut.rows", { count, formatted: formatCount(count, i18n.language) })}
            onClick={() => onChoose({ kind: "named", name })}
          >
            {t(`cut.name.${name.replace(".", "-")}`)}
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
