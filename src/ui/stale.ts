/**
 * How the answer to an earlier question stands while the present one waits: said to be busy, and drawn as old
 * (`global.css`, which looks for the attribute in charts too).
 */
export function staleProps(isStale: boolean): { readonly "aria-busy": boolean; readonly "data-old": true | undefined } {
  return { "aria-busy": isStale, "data-old": isStale || undefined };
}
