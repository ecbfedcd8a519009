// @ts-check
/**
 * Packages that are first met inside a worker or by a late import(). Vite's server has to be told of them beforehand:
 * one that it discovers while the page runs makes it reload the page, and what was open is lost.
 */
export const LATE_PACKAGES = [
  "@tensorflow/tfjs-backend-cpu",
  "@tensorflow/tfjs-backend-wasm",
  "@tensorflow/tfjs-backend-webgl",
  "@tensorflow/tfjs-backend-webgpu",
  "@tensorflow/tfjs-core",
  "@tensorflow/tfjs-layers",
  "@zip.js/zip.js/index-native.js",
  "fzstd",
  "image-size",
  "papaparse",
];
