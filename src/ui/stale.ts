/** How the answer to an earlier question is drawn while the present one waits: dimmed, and said to be busy. */
export function staleProps(isStale: boolean): { readonly "aria-busy": boolean; readonly style?: { opacity: number } } {
  return { "aria-busy": isStale, ...(isStale && { style: { opacity: 0.55 } }) };
}
