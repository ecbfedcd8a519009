import { Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { shownCutOf, shownResultOf } from "../../state/cut";
import { usePictureDetail } from "../../state/use-pictures";
import { useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { HeatSentence } from "./heat-sentence";
import classes from "./inspector.module.css";
import { PictureFigures } from "./picture-figures";
import { PictureViews } from "./picture-views";
import { usePictureName } from "./use-picture-names";

const REST_MS = 150;

/** One picture, where it is strange, what the detector made of it, and the ordinary picture that resembles it most. */
export function PictureInspector({ row }: { readonly row: number }) {
  const { t } = useTranslation("pictures");
  const name = usePictureName(row);
  // Every cut has a scale of its own: asked for once it rests.
  const [cut] = useDebouncedValue(
    useSession((state) => shownCutOf(state)?.value ?? null),
    REST_MS,
  );
  const score = useSession((state) => shownResultOf(state)?.scores[row] ?? NaN);
  const { answer, failure, isStale } = usePictureDetail(row, cut);
  return (
    <section className={classes.inspector} aria-label={t("inspector.title")}>
      <Title order={3} size="sm" className={classes.name ?? ""} title={name}>
        {name}
      </Title>
      <div className={classes.sentence} aria-busy={answer?.row !== row}>
        {answer && <HeatSentence detail={answer} />}
      </div>
      {failure ? (
        <FailedAlert color="red" failure={failure} />
      ) : (
        <PictureViews row={row} name={name} detail={answer} isStale={isStale} />
      )}
      {answer && !failure && (
        <div className={classes.said} aria-busy={answer.row !== row}>
          <PictureFigures detail={answer} score={score} />
        </div>
      )}
    </section>
  );
}
