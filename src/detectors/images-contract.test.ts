import { describeImageDetector } from "../testing/image-checks";
import { detectors } from "./registry";

for (const detector of detectors)
  if (detector.accepts.includes("images") && detector.family !== "neural") describeImageDetector(detector);
