import type { Contribution, RowExplanation } from "../../core/explain/explanation";
import { contributionsOf, type ChannelAttribution } from "../../core/series/step-reason";
import type { CallTools } from "../calls/host";
import { eventAttributions } from "./explain-events";
import { stepAttributions } from "./explain-steps";
import { windowAttributions } from "./explain-windows";
import { stepOfRow, type ShapedInput } from "../series/shaped-inputs";
import type { FittedRun } from "../runs/stored-run";

/** Why each of `rows` has its score, by its step or event; a row without one has no contributions. */
export async function explainShaped(
  run: FittedRun,
  input: ShapedInput,
  rows: Uint32Array,
  tools: CallTools,
): Promise<RowExplanation[]> {
  const { dataset, profiles } = run.table;
  const method = { code: METHODS[input.kind] };
  const steps = new Set(Array.from(rows, (row) => stepOfRow(input, row)).filter((step) => step >= 0));
  const channelAttributions = await channelAttributionsOf(run, input, [...steps], tools);
  return Array.from(rows, (row) => {
    const own = channelAttributions.get(stepOfRow(input, row)) ?? [];
    return { row, contributions: contributionsOf(own, dataset.columns, profiles, row), method };
  });
}

const METHODS = { series: "method.step", windows: "method.window", events: "method.event" } as const;

function channelAttributionsOf(
  run: FittedRun,
  input: ShapedInput,
  steps: readonly number[],
  tools: CallTools,
): Promise<Map<number, ChannelAttribution[]>> {
  switch (input.kind) {
    case "series":
      return stepAttributions(run, input, steps, tools);
    case "windows":
      return windowAttributions(run, input, steps, tools);
    case "events": {
      const { shape } = run.request.recipe;
      const symbol = shape?.kind === "events" ? shape.symbol : 0;
      return eventAttributions(run, input, steps, symbol, tools);
    }
    default:
      return input satisfies never;
  }
}

/** What several detectors say of one row, each as loudly as its memberScoreHere; the reason of a column is the loudest one's. */
export function combinedExplanation(
  row: number,
  said: readonly { readonly explanation: RowExplanation; readonly memberScoreHere: number }[],
): RowExplanation {
  const loudest = new Map<number, { share: number; contribution: Contribution; loudness: number }>();
  for (const { explanation, memberScoreHere } of said)
    for (const contribution of explanation.contributions) {
      const share = memberScoreHere * contribution.share;
      const before = loudest.get(contribution.column);
      const isLouder = !before || Math.abs(share) > before.loudness;
      loudest.set(contribution.column, {
        share: (before?.share ?? 0) + share,
        contribution: isLouder ? contribution : before.contribution,
        loudness: isLouder ? Math.abs(share) : before.loudness,
      });
    }
  const total = [...loudest.values()].reduce((sum, { share }) => sum + Math.abs(share), 0);
  const contributions = [...loudest.values()]
    .filter(({ share }) => share !== 0)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || a.contribution.column - b.contribution.column)
    .map(({ share, contribution }) => ({ ...contribution, share: share / total }));
  return { row, contributions, method: { code: "method.combined" } };
}
