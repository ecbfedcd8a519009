import { lazy, Suspense } from "react";
import { useSession } from "../../state/use-session";
import { ColumnList } from "./column-list";
import { MatrixPreview } from "./matrix-preview";
import classes from "./prepare-screen.module.css";
import { RecipeSettings } from "./recipe-settings";
import { ShapeChoice } from "./shape/shape-choice";

const PicturesSettings = lazy(async () => ({
  default: (await import("./pictures/pictures-settings")).PicturesSettings,
}));

/** How columns become what the detectors see: the columns, the settings for all of them, and the outcome; or how pictures do. */
export function PrepareScreen() {
  const isPictures = useSession(({ history }) => history.present.recipe?.shape?.kind === "images");
  return (
    <div className={classes.screen}>
      {isPictures ? (
        <Suspense fallback={null}>
          <PicturesSettings />
        </Suspense>
      ) : (
        <>
          <RecipeSettings />
          <ShapeChoice />
          <ColumnList />
          <MatrixPreview />
        </>
      )}
    </div>
  );
}
