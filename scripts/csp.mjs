// @ts-check
const DIRECTIVES = {
  "default-src": "'none'",
  // WebAssembly is compiled code of our own origin; nothing else may be made from strings.
  "script-src": "'self' 'wasm-unsafe-eval'",
  // A worker from a blob: inherits this very policy; one from an address has only the headers it was served with.
  "worker-src": "'self' blob:",
  "connect-src": "'self'",
  // The component library writes style attributes and its variables inline.
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};

/** The policy as a response header. */
export const HEADER_POLICY = policyOf(Object.entries(DIRECTIVES));

/** The policy as a meta tag, for any static host; browsers ignore frame-ancestors there and complain about it. */
export const META_POLICY = policyOf(Object.entries(DIRECTIVES).filter(([name]) => name !== "frame-ancestors"));

/** @param {[string, string][]} directives */
function policyOf(directives) {
  return directives.map(([name, sources]) => `${name} ${sources}`).join("; ");
}
