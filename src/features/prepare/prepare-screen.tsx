import { ColumnList } from "./column-list";
import { MatrixPreview } from "./matrix-preview";
import classes from "./prepare-screen.module.css";
import { RecipeSettings } from "./recipe-settings";

/** How columns become what the detectors see: the columns, the settings for all of them, and the outcome. */
export function PrepareScreen() {
  return (
    <div className={classes.screen}>
      <RecipeSettings />
      <ColumnList />
      <MatrixPreview />
    </div>
  );
}
