import { describeImageDetector } from "../testing/image-checks";
import { detectors } from "./registry";

// In a real browser, because convolutions take minutes on the only backend that Node has.
for (const detector of detectors)
  if (detector.accepts === "images" && detector.family === "neural") describeImageDetector(detector);
