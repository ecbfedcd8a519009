import { Button, Checkbox, FileButton, SegmentedControl, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { ImagesKind } from "../../../core/kinds/images-kind";
import type { SuppliedNetworkCard } from "../../../engine/protocol";
import { useQuery } from "../../../state/use-query";
import { useAsk } from "../../../state/use-session";
import { formatCount, formatNames } from "../../../ui/format";
import { useNote } from "../../../ui/use-note";
import { useWords } from "../../../ui/use-words";
import classes from "./images.module.css";

interface Props {
  readonly rowKind: ImagesKind;
  change(part: Partial<ImagesKind>): void;
}

const trainingViews = ["pixels", "deep-features"] as const;
/** Layers of the networks that were supplied, by id: as long as the page lives, as the networks do in the worker. */
const supplied = new Map<string, SuppliedNetworkCard>();

/** What detectors of rows are given of an image, and the network whose inner layers are the deep features. */
export function NetworkSettings({ rowKind: { rowsSee, network }, change }: Props) {
  const { t, i18n } = useWords("prepare-images");
  const ask = useAsk();
  const say = useNote();
  const [files, setFiles] = useState<readonly File[] | null>(null);
  const { failure, isLoading } = useQuery(files, async (chosen) => {
    const card = await ask("supplyNetwork", { files: chosen.map((file) => ({ path: file.name, blob: file })) });
    supplied.set(card.id, card);
    change({ network: { id: card.id, name: card.name, layers: card.suggested } });
  });
  const card = typeof network === "string" ? null : (supplied.get(network.id) ?? null);

  return (
    <section className={classes.network} aria-label={t("network.title")}>
      <Title order={2} size="h4">
        {t("network.title")}
      </Title>
      <div>
        <Text size="sm" mb={6}>
          {t("network.rows-see")}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t("network.rows-see")}
          data={trainingViews.map((value) => ({ value, label: t(`network.sees.${value}`) }))}
          value={rowsSee}
          onChange={(value) => change({ rowsSee: value })}
        />
        <Text size="xs" c="dimmed" mt={6}>
          {t(`network.sees-help.${rowsSee}`)}
        </Text>
      </div>
      <div>
        <Text size="sm">
          {typeof network === "string" ? t("network.own") : t("network.supplied", { name: network.name })}
        </Text>
        <Text size="xs" c="dimmed">
          {typeof network === "string" ? t("network.own-help") : t("network.supplied-help")}
        </Text>
        <div className={classes.buttons}>
          <FileButton
            multiple
            onChange={(chosen) => chosen.length > 0 && setFiles(chosen)}
            accept=".json,.bin,application/json,application/octet-stream"
          >
            {(props) => (
              <Button {...props} size="xs" variant="default" loading={isLoading}>
                {t("network.supply")}
              </Button>
            )}
          </FileButton>
          {typeof network !== "string" && (
            <Button size="xs" variant="subtle" onClick={() => change({ network: "mobilenet-v2" })}>
              {t("network.back")}
            </Button>
          )}
        </div>
        {failure && (
          <Text size="sm" role="alert" className={classes.warning ?? ""}>
            {say({ ...failure, code: `failures.${failure.code}.title` })}{" "}
            {say({ ...failure, code: `failures.${failure.code}.what` })}{" "}
            {say({ ...failure, code: `failures.${failure.code}.todo` })}
          </Text>
        )}
      </div>
      {typeof network !== "string" &&
        (card ? (
          <Layers
            card={card}
            ticked={network.layers}
            onTicked={(layers) => change({ network: { ...network, layers } })}
          />
        ) : (
          <Text size="xs">{t("network.layers-are", { layers: formatNames(network.layers, i18n.language) })}</Text>
        ))}
    </section>
  );
}

interface LayersProps {
  readonly card: SuppliedNetworkCard;
  readonly ticked: readonly string[];
  onTicked(layers: readonly string[]): void;
}

function Layers({ card: { layers }, ticked, onTicked }: LayersProps) {
  const { t, i18n } = useWords("prepare-images");
  // In the order of the network, shallow first; at least one stays.
  const tick = (name: string, isTicked: boolean) => {
    const names = layers.map((layer) => layer.name);
    const next = names.filter((one) => (one === name ? isTicked : ticked.includes(one)));
    if (next.length > 0) onTicked(next);
  };
  return (
    <fieldset className={classes.layers} aria-label={t("network.layers")}>
      <Text size="sm">{t("network.layers")}</Text>
      <div className={classes.layerList}>
        {layers.map(({ name, height, width, channels }) => (
          <Checkbox
            key={name}
            size="xs"
            checked={ticked.includes(name)}
            onChange={({ currentTarget }) => tick(name, currentTarget.checked)}
            label={t("network.layer", { name, height, width, channels: formatCount(channels, i18n.language) })}
          />
        ))}
      </div>
    </fieldset>
  );
}
