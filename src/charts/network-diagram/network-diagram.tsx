import { memo, useId, useMemo } from "react";
import type { TrainingView } from "../../core/detect/training-view";
import { formatCount } from "../../ui/format";
import "../palette.css";
import { useWords } from "../../ui/use-words";
import classes from "./network-diagram.module.css";
import { blockPaths, towersOf, type Tower } from "./geometry";

type Architecture = Extract<TrainingView, { kind: "architecture" }>;

/** Networks drawn as blocks, layer under layer, each as wide as the numbers that it holds are many; it is a table as well. */
export const NetworkDiagram = memo(function NetworkDiagram({ trainingView }: { readonly trainingView: Architecture }) {
  const { t, i18n } = useWords("charts");
  const id = useId();
  const towers = useMemo(() => towersOf(trainingView.networks), [trainingView]);
  const each = towers.reduce((sum, { parameters }) => sum + parameters, 0);
  const count = (number: number) => formatCount(number, i18n.language);
  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <div className={classes.header}>
        <h3 className={classes.title} id={id}>
          {t("network.title")}
        </h3>
        <span className={classes.quiet}>
          {trainingView.copies > 1
            ? t("network.copies", {
                copies: count(trainingView.copies),
                each: count(each),
                all: count(each * trainingView.copies),
              })
            : t("network.parameters", { count: each, shown: count(each) })}
        </span>
      </div>
      <div className={classes.towers}>
        {towers.map((tower, at) => (
          <TowerTable key={at} tower={tower} isOnly={towers.length === 1} />
        ))}
      </div>
    </figure>
  );
});

function TowerTable({ tower, isOnly }: { readonly tower: Tower; readonly isOnly: boolean }) {
  const { t, knows, i18n } = useWords("charts");
  const count = (number: number) => formatCount(number, i18n.language);
  // Detectors name towers and layers; those of a new kind are shown by their own name.
  const named = (key: string, name: string) => (knows(key) ? t(key) : name);
  return (
    <table className={classes.tower}>
      <caption className={isOnly ? classes.hidden : classes.name}>
        {t("network.named", {
          name: named(`network.is.${tower.name}`, tower.name),
          count: tower.parameters,
          shown: count(tower.parameters),
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("network.layer")}</th>
          <td />
          <th scope="col">{t("network.output")}</th>
          <th scope="col">{t("network.parameterColumn")}</th>
        </tr>
      </thead>
      <tbody>
        {tower.blocks.map(({ kind, shape, parameters, width }, at) => {
          const { block, way } = blockPaths(width, tower.blocks[at + 1]?.width ?? null);
          return (
            <tr key={at}>
              <th scope="row">{named(`layer.${kind}`, kind)}</th>
              <td className={classes.drawing}>
                <svg viewBox="0 0 100 34" preserveAspectRatio="none" aria-hidden="true">
                  {way !== null && <path className={classes.way} d={way} />}
                  <path className={at === 0 ? classes.input : classes.block} d={block} />
                </svg>
              </td>
              <td>{shape.map(count).join(" × ") || count(1)}</td>
              <td>{parameters > 0 && count(parameters)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
