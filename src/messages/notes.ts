import type arff from "./en/notes/arff.json";
import type check from "./en/notes/check.json";
import type columnFinding from "./en/notes/column-finding.json";
import type detector from "./en/notes/detector.json";
import type drop from "./en/notes/drop.json";
import type eventFinding from "./en/notes/event-finding.json";
import type events from "./en/notes/events.json";
import type finding from "./en/notes/finding.json";
import type gan from "./en/notes/gan.json";
import type histogram from "./en/notes/histogram.json";
import type image from "./en/notes/image.json";
import type imageDetector from "./en/notes/image-detector.json";
import type images from "./en/notes/images.json";
import type json from "./en/notes/json.json";
import type kernel from "./en/notes/kernel.json";
import type labelled from "./en/notes/labelled.json";
import type language from "./en/notes/language.json";
import type linear from "./en/notes/linear.json";
import type log from "./en/notes/log.json";
import type made from "./en/notes/made.json";
import type method from "./en/notes/method.json";
import type neighbour from "./en/notes/neighbour.json";
import type neural from "./en/notes/neural.json";
import type npy from "./en/notes/npy.json";
import type onnx from "./en/notes/onnx.json";
import type prepare from "./en/notes/prepare.json";
import type profile from "./en/notes/profile.json";
import type project from "./en/notes/project.json";
import type read from "./en/notes/read.json";
import type reason from "./en/notes/reason.json";
import type recommend from "./en/notes/recommend.json";
import type role from "./en/notes/role.json";
import type rowKind from "./en/notes/row-kind.json";
import type sequence from "./en/notes/sequence.json";
import type series from "./en/notes/series.json";
import type seriesDetectors from "./en/notes/series-detectors.json";
import type several from "./en/notes/several.json";
import type span from "./en/notes/span.json";
import type storage from "./en/notes/storage.json";
import type suggestion from "./en/notes/suggestion.json";
import type trees from "./en/notes/trees.json";
import type xlsx from "./en/notes/xlsx.json";

/** The files of `en/notes`, together one catalogue. */
export type Notes = typeof arff &
  typeof check &
  typeof columnFinding &
  typeof detector &
  typeof drop &
  typeof eventFinding &
  typeof events &
  typeof finding &
  typeof gan &
  typeof histogram &
  typeof image &
  typeof imageDetector &
  typeof images &
  typeof json &
  typeof kernel &
  typeof labelled &
  typeof language &
  typeof linear &
  typeof log &
  typeof made &
  typeof method &
  typeof neighbour &
  typeof neural &
  typeof npy &
  typeof onnx &
  typeof prepare &
  typeof profile &
  typeof project &
  typeof read &
  typeof reason &
  typeof recommend &
  typeof role &
  typeof rowKind &
  typeof sequence &
  typeof series &
  typeof seriesDetectors &
  typeof several &
  typeof span &
  typeof storage &
  typeof suggestion &
  typeof trees &
  typeof xlsx;
