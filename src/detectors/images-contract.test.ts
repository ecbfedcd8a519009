import { describePictureDetector } from "../testing/picture-promises";
import { detectors } from "./registry";

for (const detector of detectors)
  if (detector.accepts.includes("images") && detector.family !== "neural") describePictureDetector(detector);
