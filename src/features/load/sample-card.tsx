import { Badge, Loader, Text, Tooltip, UnstyledButton } from "@mantine/core";
import { useCounted } from "../../ui/use-counted";
import { useWords } from "../../ui/use-words";
import classes from "./sample-card.module.css";
import { SampleImage } from "./sample-image";
import { SampleStrip } from "./sample-strip";
import type { Sample } from "./samples";

interface Props {
  readonly sample: Sample;
  readonly isOpening: boolean;
  /** Stands the image beside the words instead of above them. */
  readonly isNarrow: boolean;
  readonly onOpen: () => void;
}

const SIZE_ABOVE_PX = { width: 160, height: 66 };
const SIZE_BESIDE_PX = { width: 112, height: 118 };

/** One built-in table or set of images: its image, the question to ask of it, its size, and where it comes from. */
export function SampleCard({ sample, isOpening, isNarrow, onOpen }: Props) {
  const { t } = useWords("samples", "load");
  const counted = useCounted();
  const { id, rows, synthetic } = sample;
  const size =
    sample.kind === "images"
      ? t("load:images.size", { count: rows, side: sample.side })
      : t("load:size", { rows: counted("rows", rows), columns: counted("columns", sample.columns) });
  const label = t(`${id}.image`);
  return (
    <article className={classes.card} aria-busy={isOpening}>
      {sample.kind === "images" ? (
        <SampleStrip strip={sample.strip} label={label} {...(isNarrow ? SIZE_BESIDE_PX : SIZE_ABOVE_PX)} />
      ) : (
        <SampleImage thumbnail={sample.thumbnail} label={label} {...(isNarrow ? SIZE_BESIDE_PX : SIZE_ABOVE_PX)} />
      )}
      <div className={classes.words}>
        <div className={classes.head}>
          {/* The button's area is the whole card: see .open::after. */}
          <UnstyledButton
            className={classes.open}
            onClick={onOpen}
            aria-label={t("load:sample.open", { title: t(`${id}.title`) })}
          >
            {t(`${id}.title`)}
          </UnstyledButton>
          {isOpening && <Loader size={14} aria-hidden />}
        </div>
        <Text size="sm" className={classes.question}>
          {t(`${id}.question`)}
        </Text>
        <div className={classes.facts}>
          <Text size="xs" c="dimmed" span>
            {size}
          </Text>
          <Tooltip label={t(`${id}.licence`)} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
            <UnstyledButton
              className={classes.licence}
              aria-label={t("load:sample.licence", { licence: t(`${id}.licence`) })}
            >
              {synthetic ? (
                <Badge size="xs" variant="outline" color="gray" className={classes.badge}>
                  {t("synthetic")}
                </Badge>
              ) : (
                t("load:sample.source")
              )}
            </UnstyledButton>
          </Tooltip>
        </div>
      </div>
    </article>
  );
}
