import { Text } from "@mantine/core";
import { useReducer } from "react";
import { ToyPlane } from "../../charts/toy/toy-plane";
import type { AnyParamValues } from "../../core/detect/param-schema";
import { toyOf, type ToyName } from "../../core/toys/toys";
import { useCall } from "../../state/use-call";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount, formatNumber } from "../../ui/format";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import { changedPoints } from "./toy-points";

interface Props {
  readonly toy: ToyName;
  readonly title: string;
  readonly detector: string;
  readonly params: AnyParamValues;
  readonly seed: number;
}

/** Places across the square at which the score is asked for. */
const SIDE = 48;

/** One toy on which a detector runs, again after each change. */
export function ToyPanel({ toy, title, detector, params, seed }: Props) {
  const { t, i18n } = useWords("learn");
  const [{ points, strange }, change] = useReducer(changedPoints, null, () => toyOf(toy, seed));
  const question = { detector, params, points, seed, backend: "auto" as const, side: SIDE };
  const { answer, isStale, failure } = useCall("toy", question, { keep: (earlier) => earlier.detector === detector });
  const flagged = answer ? [...answer.scores].map((score) => score >= answer.threshold) : [];
  const count = (isStrange: number) => flagged.filter((is, at) => is && strange[at] === isStrange).length;
  const all = strange.reduce((sum, one) => sum + one, 0);
  return (
    <section aria-label={title}>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      {failure && <FailedAlert failure={failure} />}
      <div {...staleProps(isStale)}>
        <ToyPlane
          points={points}
          strange={strange}
          said={answer}
          title={t("plane-of", { toy: t(`toy.${toy}`) })}
          labelOf={(point) =>
            t(flagged[point] ? "point-flagged" : "point", {
              x: formatNumber(points[2 * point] ?? 0, i18n.language, 2),
              y: formatNumber(points[2 * point + 1] ?? 0, i18n.language, 2),
              score: answer ? formatNumber(answer.scores[point] ?? 0, i18n.language, 3) : "",
            })
          }
          onMove={(point, x, y) => change({ does: "move", point, x, y })}
          onAdd={(x, y) => change({ does: "add", x, y })}
          onRemove={(point) => change({ does: "remove", point })}
        />
      </div>
      <Text size="sm" mt={4} aria-live="polite">
        {answer &&
          t("found", {
            count: count(1),
            formatted: formatCount(count(1), i18n.language),
            all: formatCount(all, i18n.language),
            others: formatCount(count(0), i18n.language),
          })}
      </Text>
    </section>
  );
}
