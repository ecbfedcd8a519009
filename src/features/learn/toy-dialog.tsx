import { Button, Group, Modal, NativeSelect, SimpleGrid, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { AnyParamValues } from "../../core/detect/param-schema";
import { blindSpotOf } from "../../core/toys/blind-spots";
import { toyParamsOf } from "../../core/toys/toys";
import { allDetectors, detectorCardOf } from "../../state/catalogue";
import { useActions, useSession } from "../../state/use-session";
import { ParamForm } from "../../ui/param-form";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useWords } from "../../ui/use-words";
import { ToyPanel } from "./toy-panel";

const FIRST_SEED = 7;

/** A detector on two toys: one whose strange points it sees, and one that fools it. */
export function ToyDialog() {
  const { t } = useWords("learn");
  const { notice } = useActions();
  const detector = useSession(({ viewState }) => viewState.toy);
  if (detector === null) return null;
  return (
    <Modal opened onClose={() => notice({ toy: null })} size="70rem" title={t("title")}>
      <Toys key={detector} detector={detector} />
    </Modal>
  );
}

function Toys({ detector }: { readonly detector: string }) {
  const { t } = useWords("learn");
  const words = useDetectorWords();
  const { notice } = useActions();
  const card = detectorCardOf(detector);
  const [values, setValues] = useState<AnyParamValues>(() => toyParamsOf(card?.params ?? {}));
  const [seed, setSeed] = useState(FIRST_SEED);
  if (!card) return null;
  const { sees, fooledBy } = blindSpotOf(card.id);
  const offered = allDetectors().filter(({ accepts, family }) => accepts === "matrix" && family !== "taught");
  const shared = { detector: card.id, params: values, seed };
  return (
    <Stack gap="sm">
      <Group align="end" gap="sm">
        <NativeSelect
          size="xs"
          label={t("detector")}
          value={card.id}
          data={offered.map((one) => ({ value: one.id, label: words(one, "label", one.label) }))}
          onChange={({ currentTarget }) => notice({ toy: currentTarget.value })}
        />
        <Button size="xs" variant="default" onClick={() => setSeed(seed + 1)}>
          {t("seed")}
        </Button>
      </Group>
      <Text size="sm">{words(card, "summary", card.summary)}</Text>
      <Text size="sm">{t("blind-to", { what: words(card, "blindTo", card.blindTo) })}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <ToyPanel key={`sees ${seed}`} toy={sees} title={t("sees", { toy: t(`toy.${sees}`) })} {...shared} />
        <ToyPanel
          key={`fooled ${seed}`}
          toy={fooledBy}
          title={t("fooled", { toy: t(`toy.${fooledBy}`) })}
          {...shared}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {t("help")}
      </Text>
      <ParamForm
        schema={card.params}
        values={values}
        onChange={(change) => setValues({ ...values, ...change })}
        onReset={() => setValues(toyParamsOf(card.params))}
        translate={(path, fallback) => words(card, path, fallback)}
      />
      <Text size="xs" c="dimmed">
        {t("source", { reference: card.reference })}
      </Text>
    </Stack>
  );
}
