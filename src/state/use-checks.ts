import { useMemo } from "react";
import type { AnswerOf, RequestOf } from "../engine/protocol";
import { useCall } from "./use-call";
import type { Query } from "./use-query";
import { useSession } from "./use-session";

/**
 * What a look at the columns tells before any detector runs; nothing of images.
 * @param isWanted whether it is looked for now: detectors go first where they are waited for
 */
export function useChecks(isWanted = true): Query<RequestOf<"checks">, AnswerOf<"checks">> {
  const dataset = useSession((state) => (state.dataset?.read.format === "images" ? null : (state.dataset?.id ?? null)));
  const columns = useSession((state) => state.history.present.recipe?.columns);
  const rowKind = useSession((state) => state.history.present.recipe?.rowKind);
  const request = useMemo(
    () =>
      dataset !== null && columns && rowKind && isWanted
        ? { dataset, roles: columns.map(({ role }) => role), rowKind }
        : null,
    [dataset, columns, rowKind, isWanted],
  );
  return useCall("checks", request, { keep: (earlier, present) => earlier.dataset === present.dataset });
}
