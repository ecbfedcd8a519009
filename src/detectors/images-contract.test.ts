import { describeImageDetector } from "../testing/image-checks";
import { detectors } from "./registry";

for (const detector of detectors)
  if (detector.accepts === "images" && detector.family !== "neural") describeImageDetector(detector);
