export { columnDeviations, columnSums, standardise } from "./columns";
export { addGram, squaredLengths } from "./gram";
export { alongAxes } from "./axes";
export { twoNearest } from "./clusters";
