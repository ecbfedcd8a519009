import { Button, Collapse } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useId, useState } from "react";
import type { AnyParamValues, ParamSchema, ParamSpec } from "../core/detect/param-schema";
import { ParamControl } from "./param-control";
import classes from "./param-form.module.css";
import { useWords } from "./use-words";

interface Props {
  readonly schema: ParamSchema;
  readonly values: AnyParamValues;
  /** Names of the columns of numbers that a parameter may mean. */
  readonly columns?: readonly string[];
  onChange(change: AnyParamValues): void;
  /** A drag or typing ended: the next change is a new step. */
  onSettle?(): void;
  onReset(): void;
  /** Says `path` (such as "params.trees.help") in the person's language, or gives `fallback` back. */
  translate(path: string, fallback: string): string;
}

/** The form that a schema asks for: what matters at once, the rest folded away. */
export function ParamForm({ schema, values, columns = [], onChange, onSettle, onReset, translate }: Props) {
  const { t } = useWords("ui");
  const [isOpen, setOpen] = useState(false);
  const foldedId = useId();
  const applying = Object.entries(schema).filter(([, spec]) => applies(spec, schema, values));
  const main = applying.filter(([, spec]) => spec.main);
  const more = applying.filter(([, spec]) => !spec.main);
  const changedBelow = more.filter(([name, spec]) => valueOf(name, spec) !== spec.default).length;
  const isChanged = Object.entries(schema).some(([name, spec]) => valueOf(name, spec) !== spec.default);

  return (
    <div className={classes.form}>
      {main.map(controlOf)}
      {more.length > 0 && (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            className={classes.fold}
            onClick={() => setOpen(!isOpen)}
            aria-expanded={isOpen}
            aria-controls={foldedId}
            rightSection={<IconChevronDown size={14} className={classes.chevron} data-open={isOpen || undefined} />}
          >
            {changedBelow > 0
              ? t("paramForm.moreChanged", { count: changedBelow })
              : t("paramForm.more", { count: more.length })}
          </Button>
          <Collapse expanded={isOpen} id={foldedId} keepMounted={false} transitionDuration={0}>
            <div className={classes.folded}>{more.map(controlOf)}</div>
          </Collapse>
        </div>
      )}
      {isChanged && (
        <Button size="compact-sm" variant="subtle" className={classes.fold} onClick={onReset}>
          {t("paramForm.resetAll")}
        </Button>
      )}
    </div>
  );

  function valueOf(name: string, spec: ParamSpec) {
    return values[name] ?? spec.default;
  }

  function controlOf([name, spec]: [string, ParamSpec]) {
    return (
      <ParamControl
        key={name}
        spec={spec}
        value={valueOf(name, spec)}
        columns={columns}
        words={(part, fallback) => translate(`params.${name}.${part}`, fallback)}
        onChange={(value) => onChange({ [name]: value })}
        onSettle={() => onSettle?.()}
      />
    );
  }
}

/** Whether a parameter counts at all, given the others; a condition on a parameter that does not apply is not met. */
function applies(spec: ParamSpec, schema: ParamSchema, values: AnyParamValues, depth = 0): boolean {
  if (!spec.when) return true;
  const ruler = schema[spec.when.param];
  if (!ruler || depth > Object.keys(schema).length) return false;
  return (values[spec.when.param] ?? ruler.default) === spec.when.is && applies(ruler, schema, values, depth + 1);
}
