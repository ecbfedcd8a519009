import { Suspense } from "react";
import type { Late } from "../../ui/late";

/** A part that leaves its place empty while its code is fetched, and nothing around it waits. */
export function quietly<P extends object>(Part: Late<P>) {
  return function Quietly(props: P) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
