export { columnDeviations, columnSums, standardise } from "./columns";
export { addGram, squaredLengths } from "./gram";
export { alongAxes } from "./axes";
export { twoNearest } from "./clusters";
export { bend, bendBack, multiply, multiplyTurned, sumRows, turn } from "./dense";
export { adadelta, adam, squaredLength } from "./steps";
export { kernelRow, weightedKernels } from "./rbf";
