export { evidenceOf, tailOf, type Tail } from "../../core/series/noise/tail-of";
