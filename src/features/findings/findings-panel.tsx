import { Loader, Text } from "@mantine/core";
import { coreKindOf } from "../../core/kinds/kinds";
import type { Sampled } from "../../engine/protocol";
import { useAnyRowKind } from "../../state/kinds/use-row-kind";
import { useBorderline, useFindings, type ShownFindings } from "../../state/use-findings";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount } from "../../ui/format";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import { BorderlineChoice } from "./borderline-choice";
import { Checks } from "./checks";
import { ExpectedFalse } from "./expected-false";
import { FindingList, MoreFindings } from "./finding-list";
import classes from "./findings-panel.module.css";
import { RanksFirst } from "./ranks-first";

/** Told one by one, so that the table below stays in view; it has the others. */
const MOST_TOLD = 3;
/** Where nobody can say anything of fewer rows than this, they are too few. */
const FEW_ROWS = 50;

/** What stands out for sure, above every ranking: how much of it, each with the one reason, and how often that errs. */
export function FindingsPanel() {
  const { t } = useWords("findings");
  const shown = useFindings(MOST_TOLD);
  if (shown === null) return null;
  return (
    <section className={classes.panel} aria-label={t("region")}>
      <Inside shown={shown} />
    </section>
  );
}

function Inside({ shown }: { readonly shown: ShownFindings }) {
  const { t } = useWords("findings");
  const { id, run, result, threshold, found, isStale } = shown;
  const next = useBorderline(shown);
  const failure = shown.failure ?? (run?.status === "failed" ? run.failure : null);
  if (failure) return <FailedAlert m="xs" color="red" failure={failure} />;
  if (!result || !threshold || !found)
    return run?.status === "cancelled" ? (
      <Text size="sm" c="dimmed" className={classes.looking ?? ""}>
        {t("stopped")}
      </Text>
    ) : (
      <div className={classes.looking} role="status">
        <Loader size="xs" />
        <Text size="sm" c="dimmed">
          {t("looking")}
        </Text>
      </div>
    );
  const members = result.calibration?.members ?? [];
  const canSay = members.some(({ said }) => said === "spoke");
  return (
    <div {...staleProps(isStale)}>
      <div className={classes.head}>
        <div className={classes.answer}>
          <Headline total={found.total} canSay={canSay} rows={result.sorted.length} />
          {result.sampled && <SampledLine sampled={result.sampled} goesOn={run?.status === "running"} />}
          {next && <BorderlineChoice next={next} sure={found.total} id={id} />}
        </div>
        {canSay && <ExpectedFalse id={id} result={result} threshold={threshold} />}
      </div>
      {found.total > 0 ? <FindingList id={id} found={found} /> : next && <RanksFirst next={next} />}
      <div className={classes.foot}>
        <MoreFindings id={id} found={found} />
        <Checks members={members} />
      </div>
    </div>
  );
}

interface SampledProps {
  readonly sampled: Sampled;
  readonly goesOn: boolean;
}

/** That only some of the rows were looked at so far. It stands beside the headline, so that nothing moves once it goes. */
function SampledLine({ sampled: { rows, of }, goesOn }: SampledProps) {
  const { t, i18n } = useWords("findings");
  const values = { rows: formatCount(rows, i18n.language), of: formatCount(of, i18n.language) };
  return (
    <Text size="xs" c="dimmed" role="status">
      {goesOn ? t("sampled", values) : t("sampled-stopped", values)}
    </Text>
  );
}

interface HeadlineProps {
  readonly total: number;
  readonly canSay: boolean;
  readonly rows: number;
}

function Headline({ total, canSay, rows }: HeadlineProps) {
  const { t, i18n } = useWords("findings");
  const { noun: context } = coreKindOf(useAnyRowKind());
  const text = !canSay
    ? rows < FEW_ROWS
      ? t("too-few", { context })
      : t("cannot-say")
    : total > 0
      ? t("headline", { context, count: total, formatted: formatCount(total, i18n.language) })
      : t("nothing");
  return <h2 className={classes.headline}>{text}</h2>;
}
