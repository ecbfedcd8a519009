import { CONSENSUS, GUIDED, RULED } from "../detect/run-key";
import { decodeRules } from "../rules/flag-rule";
import { falseNames } from "../score/calibrated";
import { consensusRules } from "../score/consensus";
import type { SuggestionName, ThresholdRule } from "../score/threshold";
import { decodeDetectors } from "./decode-detectors";
import {
  type Decoder,
  dictionaryOf,
  type Drop,
  finite,
  leaf,
  listOf,
  nullable,
  oneOf,
  type Path,
  recordOf,
  text,
  variantOf,
  whole,
  wholeOf,
} from "./decoder";
import type { DetectorOutline } from "./instance";
import { decodeConsequence } from "./decode-consequence";
import { decodeWindows } from "./decode-windows";
import { decodeMarks } from "./mark";
import { decodeReport } from "../report/report-settings";
import { truthSources } from "../truth/truth-sources";
import type { ConsensusChoice, LabelledFile, Settings, StretchRule, UnflaggedSample } from "./settings";

const MAX_INSTANCES = 1000;
const MAX_SAMPLE = 10_000;
const suggestions: readonly SuggestionName[] = [
  "mean-2sd",
  "mean-3sd",
  "iqr-1.5",
  "mad-3.5",
  "top-5-percent",
  "largest-gap",
  "learned-3sd",
  "marked",
  "predicted",
  "ruled",
  ...falseNames,
];

const threshold = variantOf<ThresholdRule>("kind", {
  suggested: wholeOf({ kind: oneOf(["suggested"]) }),
  named: wholeOf({ kind: oneOf(["named"]), name: oneOf(suggestions) }),
  fixed: wholeOf({ kind: oneOf(["fixed"]), value: finite() }),
  share: wholeOf({ kind: oneOf(["share"]), share: finite(0, 1) }),
  "top-k": wholeOf({ kind: oneOf(["top-k"]), k: finite(0) }),
  by: wholeOf({ kind: oneOf(["by"]), by: decodeConsequence, value: finite(), of: text(10_000) }),
});

const ids = listOf(text(300), MAX_INSTANCES);

const labelled = wholeOf<LabelledFile>({
  name: text(10_000),
  entry: text(10_000),
  windows: decodeWindows,
});

const sample = wholeOf<UnflaggedSample>({ rows: listOf(text(200), MAX_SAMPLE), unflagged: whole(0) });

/** The settings that hang on no column, each standing for itself, with those of `initial` where there are none. */
export function settingsDecoder(known: readonly DetectorOutline[], initial: Settings): Decoder<Settings> {
  const consensus = recordOf<ConsensusChoice>({
    members: [allOr(ids), initial.consensus.members],
    rule: [oneOf(consensusRules), initial.consensus.rule],
    weights: [dictionaryOf(finite(0)), initial.consensus.weights],
  });
  const stretches = recordOf<StretchRule>({
    leastSteps: [whole(1), initial.stretches.leastSteps],
    mergeGap: [whole(0), initial.stretches.mergeGap],
  });
  const single = recordOf<Settings>({
    detectors: [decodeDetectors(known), initial.detectors],
    picked: [ids, initial.picked],
    shown: [text(300), initial.shown],
    seed: [whole(0), initial.seed],
    backend: [oneOf(["auto", "webgl", "webgpu", "wasm", "cpu"]), initial.backend],
    thresholds: [dictionaryOf(threshold), initial.thresholds],
    consensus: [consensus, initial.consensus],
    stretches: [stretches, initial.stretches],
    labelled: [nullable(labelled), initial.labelled],
    judgedBy: [nullable(listOf(oneOf(truthSources), truthSources.length)), initial.judgedBy],
    sample: [nullable(sample), initial.sample],
    rules: [decodeRules, initial.rules],
    marks: [decodeMarks, initial.marks],
    report: [decodeReport, initial.report],
  });
  return (value, path, drop) => {
    const found = single(value, path, drop);
    return found && agreeing(found, known, initial, path, drop);
  };
}

/** Names of instances name only those that are there. */
function agreeing(
  found: Settings,
  known: readonly DetectorOutline[],
  initial: Settings,
  path: Path,
  drop: Drop,
): Settings {
  const isThere = new Set(found.detectors.map(({ id }) => id));
  const present = (names: readonly string[], at: Path) =>
    [...new Set(names)].filter((id, index) => {
      if (!isThere.has(id)) drop([...at, index]);
      return isThere.has(id);
    });
  const testing = new Set(known.filter(({ tests }) => tests).map(({ id }) => id));
  const detectorOf = new Map(found.detectors.map(({ id, detector }) => [id, detector]));
  const ranks = (id: string) => !testing.has(detectorOf.get(id) ?? id);
  const own = present(found.picked, [...path, "picked"]);
  const picked = own.length > 0 ? own : initial.picked;
  const canCombine = picked.filter(ranks).length > 1;
  const canGuide = canCombine && found.marks.some(({ verdict }) => verdict !== "unsure");
  const canShow =
    picked.includes(found.shown) ||
    (found.shown === CONSENSUS && canCombine) ||
    (found.shown === GUIDED && canGuide) ||
    (found.shown === RULED && canCombine && found.rules.length > 0);
  if (!canShow && found.shown !== initial.shown) drop([...path, "shown"]);
  const { members } = found.consensus;
  return {
    ...found,
    picked,
    shown: canShow ? found.shown : (picked[0] ?? initial.shown),
    consensus: {
      ...found.consensus,
      members: members === "all" ? members : present(members, [...path, "consensus", "members"]),
    },
  };
}

function allOr(decode: Decoder<readonly string[]>): Decoder<readonly string[] | "all"> {
  const all = leaf((value) => (value === "all" ? value : undefined));
  return (value, path, drop) => (Array.isArray(value) ? decode(value, path, drop) : all(value, path, drop));
}
