import { ColumnList } from "./column-list";
import { MatrixPreview } from "./matrix-preview";
import classes from "./prepare-screen.module.css";
import { RecipeSettings } from "./recipe-settings";
import { ShapeChoice } from "./shape/shape-choice";

/** How columns become what the detectors see: the columns, the settings for all of them, and the outcome. */
export function PrepareScreen() {
  return (
    <div className={classes.screen}>
      <RecipeSettings />
      <ShapeChoice />
      <ColumnList />
      <MatrixPreview />
    </div>
  );
}
