// Written by scripts/note-codes.mjs from the catalogue (src/messages/en/notes, failures.json); not to be edited.

/** Every sentence that the core can say: the codes of the catalogue, without the plurals. */
// prettier-ignore
export type NoteCode =
  | `arff.${"bad-rows" | "left-out"}`
  | `check.${"copies" | "copies-but" | "near-copies" | "near-not-sought" | "given-twice" | "gaps" | "before" | "unreadable" | "unreadable-among" | "times-too-large" | "times-too-small" | "round" | "below-limit" | "weekend" | "night" | "first-digits" | "counted-twice" | "one-to-one" | "one-to-one-but" | "implies-but" | "sensitive" | "not-sum" | "not-product" | "not-ratio" | "not-total"}`
  | `column-finding.${"no-small-sample" | "grubbs-above" | "grubbs-below" | "dixon-above" | "dixon-below" | "extreme-deviates-above" | "extreme-deviates-below" | "no-numbers" | "no-levels" | "no-pairs" | "no-relations" | "few-columns" | "no-forms" | "no-order" | "no-copies" | "times-usual" | "part-of-usual" | "above-usual" | "below-usual" | "negative" | "times-in-level" | "part-in-level" | "above-in-level" | "below-in-level" | "times-others" | "part-others" | "above-others" | "below-others" | "rare-pair" | "several" | "together" | "no-times" | "no-categories" | "no-missing" | "no-keys" | "missing" | "given-twice" | "no-laws" | "form" | "lone-level" | "misspelt" | "copy" | "out-of-order" | "far-time" | "at-hour" | "before" | "below" | "not-product" | "not-ratio" | "not-total" | "not-sum"}`
  | `column-finding.on-weekday.${"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"}`
  | `detector.${"one-column-at-a-time" | "cuts-by-rank" | "distances"}`
  | `drop.${"left-aside" | "gave-way" | "unread" | "not-opened" | "empty-folder" | "gone" | "no-table" | "from-archive" | "others-inside"}`
  | `event-finding.${"few-sequences" | "order" | "begins" | "ends" | "left-out" | "done-twice" | "often" | "seldom" | "long" | "short" | "no-waits" | "late" | "early" | "no-cells" | "from-elsewhere" | "swapped" | "no-hours" | "odd-hour" | "no-rates" | "burst" | "burst-of-one" | "burst-in-one"}`
  | `events.${"no-time" | "no-name" | "backwards" | "mixed-classes" | "no-symbol"}`
  | `event.${"unexpected" | "ends-early" | "rare" | "missing"}`
  | `expected.${"column" | "no-column"}`
  | `finding.${"as-read" | "nothing" | "nobody" | "too-much" | "too-few" | "no-more" | "sampled" | "off-course" | "level-high" | "level-low" | "stood-still" | "missing" | "starts-anew" | "noisier" | "calmer" | "shift-up" | "shift-down" | "drift-up" | "drift-down" | "noise-more" | "noise-less" | "clock-back" | "clock-twice" | "no-order" | "no-values" | "complete" | "chart-dependent" | "chart-short" | "chart-still" | "beats" | "no-counter" | "left-relation" | "no-relation" | "other-form" | "no-beats"}`
  | `finding.chart.${"one-beyond-3" | "nine-one-side" | "six-one-way" | "fourteen-zigzag" | "two-of-three" | "four-of-five" | "fifteen-near" | "eight-apart" | "r-4s" | "sum-above" | "sum-below" | "average-above" | "average-below"}`
  | `gan.${"varied" | "collapsed"}`
  | `histogram.${"ranks" | "own-range"}`
  | `image-detector.${"own-scale" | "sampled"}`
  | `image.${"role-fact" | "role-label" | "role-class" | "role-no-label" | "empty" | "no-image" | "other-kind" | "convert" | "camera-raw" | "tiff-packed" | "tiff-colours" | "first-page" | "window-whole" | "window-float" | "no-size" | "damaged" | "too-large" | "encrypted" | "damaged-entry" | "entry-size" | "unpacked" | "entries" | "archive-inside" | "loose-mask" | "column" | "shape" | "at-upper-left" | "at-upper-middle" | "at-upper-right" | "at-middle-left" | "at-middle" | "at-middle-right" | "at-lower-left" | "at-lower-middle" | "at-lower-right" | "at-everywhere" | "method-heat" | "method-whole"}`
  | "images.restarted"
  | `join.${"done" | "halves" | "offered" | "parts-done" | "parts-halves" | "parts-offered"}`
  | `json.layout.${"lines" | "whole"}`
  | `json.${"lists" | "nested" | "late-keys" | "bad-lines"}`
  | `keep.${"other-tab" | "saved" | "copied" | "not-copied" | "too-many"}`
  | `kernel.${"one-width" | "approximate" | "not-settled"}`
  | `labelled.${"taken" | "not-json" | "no-windows" | "too-many" | "too-large" | "unreadable" | "no-series"}`
  | "language.not-fetched"
  | `leak.${"all" | "nearly" | "in-step"}`
  | `linear.${"own-units" | "directions" | "sampled" | "shrunk" | "not-robust"}`
  | `log.form.${"access" | "zeek" | "w3c" | "syslog" | "syslog-5424" | "logcat" | "proxy" | "journal" | "pairs" | "metrics" | "glog" | "application"}`
  | `log.${"template" | "variables" | "subject" | "templates" | "without" | "no-year" | "no-day" | "odd-lines" | "continued" | "described"}`
  | `made.${"are-limits" | "limits" | "templates" | "variables"}`
  | "marks.not-made"
  | `method.${"finding" | "adds-up" | "combined" | "column-by-column" | "replaced" | "expected" | "step" | "window" | "event"}`
  | `models.${"kept" | "taken"}`
  | `neighbour.${"robust-distances" | "sampled" | "unsuspicious"}`
  | "neural.prefers-robust"
  | `neural.learn-from.${"labelled" | "too-few-labelled" | "share" | "first-pass"}`
  | `neural.held-out.${"error" | "accuracy"}`
  | `neural.on.${"webgl" | "webgpu" | "wasm" | "cpu"}`
  | `neural.backend.${"chosen" | "chosen-failed" | "no-browser" | "no-webgl" | "no-wasm" | "software-renderer" | "small" | "faster" | "webgl-failed" | "last-resort" | "gave-up" | "went-on"}`
  | `neural.verdict.${"good" | "good-unchecked" | "good-images" | "poor-images" | "settled" | "collapsed" | "still-improving" | "gap" | "too-short"}`
  | "npy.left-out"
  | `offer.${"too-long" | "damaged" | "other-file"}`
  | `onnx.${"not-written" | "whole-table" | "of-series" | "of-events" | "of-images" | "windows" | "needs-order" | "made-column" | "too-many-rows" | "too-wide" | "memory" | "marks" | "rules" | "other-format" | "unread-column"}`
  | `parquet.${"type" | "date" | "time-utc" | "time-naive" | "long-digits" | "left-out-lists" | "left-out-binary" | "left-out-encrypted"}`
  | `prepare.${"constant" | "text-left-out" | "same-missing" | "one-hot-too-wide" | "classes-too-few" | "classes-too-many" | "groups-too-small" | "rows-dropped" | "no-periods" | "periods-unread" | "ignored" | "learned" | "column-absent"}`
  | `profile.${"all-missing" | "sentinel" | "constant" | "nearly-constant" | "many-missing" | "infinite" | "looks-like-id" | "many-levels" | "heavy-tail-high" | "heavy-tail-low" | "duplicate"}`
  | `project.${"newer" | "missing-columns" | "learn-all" | "ignores-none" | "row-kind-guessed"}`
  | `project.dropped.${"reading" | "recipe" | "detectors" | "thresholds" | "consensus" | "stretches" | "labelled" | "marks" | "layout" | "other"}`
  | `kind.${"all-missing" | "numbers" | "numbers-with-sign" | "numbers-in-units" | "numbers-shortened" | "numbers-with-marks" | "numbers-other-mark" | "durations" | "debit-credit" | "leading-zeros" | "long-digits" | "exponent-code" | "phone" | "code-name" | "times" | "mixed-times" | "seconds" | "milliseconds" | "microseconds" | "nanoseconds" | "serial-days" | "yyyymmdd" | "yyyymm" | "datenum" | "time-spans" | "times-of-day" | "vectors" | "few-words" | "mixed-words" | "many-words" | "number-words" | "long-words" | "chosen" | "declared" | "demoted-number" | "demoted-time" | "demoted-codes" | "outgrew"}`
  | "dialect.chosen"
  | `dialect.compression.${"none" | "gzip" | "zstd"}`
  | `dialect.encoding.${"mark" | "zeros" | "ascii" | "valid" | "likeliest" | "damaged" | "windows-1252"}`
  | `dialect.delimiter.${"declared" | "drawn" | "aligned" | "decimal-commas" | "single" | "consistent" | "mostly"}`
  | `dialect.quote.${"unused" | "closing" | "unbalanced"}`
  | `dialect.escape.${"unused" | "doubled" | "backslash" | "nul"}`
  | `dialect.header.${"names" | "values" | "words" | "unclear" | "only" | "line" | "lines" | "below-title"}`
  | `dialect.decimal.${"seen" | "both" | "open" | "none"}`
  | `dialect.thousands.${"seen" | "open" | "none"}`
  | `dialect.missing.${"none" | "found" | "na-code"}`
  | `dialect.missingIn.${"none" | "met"}`
  | `dialect.dateOrder.${"none" | "day-first" | "month-first" | "both" | "steady" | "open"}`
  | `read.${"aside-above" | "aside-repeated-header" | "aside-page-title" | "aside-total" | "aside-rule" | "aside-comment" | "aside-other-table" | "aside-foot" | "header-joined" | "header-units" | "header-other-separator" | "header-lost-separator" | "header-left-out" | "sampled" | "replaced" | "noted" | "limits" | "rounded" | "order-day-first" | "order-month-first" | "order-both" | "odd-quotes" | "long-cells"}`
  | `reason.${"times-usual" | "part-of-usual" | "highest" | "lowest" | "among-highest" | "among-lowest" | "higher-than" | "lower-than" | "infinite-high" | "infinite-low" | "gap" | "level" | "only-row" | "missing" | "hour" | "latest" | "earliest" | "combination" | "combination-two" | "usual"}`
  | `reason.weekday.${"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"}`
  | `recommend.${"few-rows" | "few-rows-to-learn" | "one-feature" | "rows-per-feature" | "many-features" | "many-features-to-learn" | "only-words" | "mostly-levels" | "duplicates" | "missing" | "heavy-tails" | "half-equal" | "sampled-neighbours" | "sampled-boundary" | "one-pass" | "unsuspicious" | "together" | "rows-chosen" | "enough-to-train" | "splits" | "relations" | "neighbours" | "only-local" | "series-form" | "series-level" | "series-windows"}`
  | `role.${"all-missing" | "constant" | "duplicate" | "joined" | "text" | "mostly-unique" | "label-name" | "label-shape" | "label-copy" | "label-marks" | "id-named" | "id-consecutive" | "id-ascending" | "id-text" | "id-repeats" | "group-name" | "number" | "two-values" | "category" | "time" | "time-even" | "present-or-missing" | "exported" | "cut-up" | "file" | "template" | "only-column"}`
  | `row-kind.${"series" | "series-many" | "series-two-times" | "events" | "events-in-one" | "events-of-log" | "series-by-order" | "rows-no-time" | "rows-few" | "rows-no-numbers" | "rows-named" | "rows-words" | "rows-repeated" | "rows-uneven"}`
  | `sequence.${"symbols-as-they-are" | "one-sequence" | "no-waits" | "no-classes" | "cut" | "chunks" | "rare"}`
  | `series-detector.${"own-scale" | "chart-of-rest" | "sampled-lags"}`
  | `series.${"no-time" | "no-name" | "backwards" | "duplicates-mean" | "duplicates-first" | "duplicates-last" | "irregular" | "week-pattern" | "filled" | "split" | "fill-limited" | "empty-rows" | "interpolated" | "stride" | "infinite"}`
  | `step.${"above" | "below" | "as-expected" | "unlike" | "missing"}`
  | `window.${"mean" | "std" | "min" | "max" | "median" | "climbs" | "sinks" | "change" | "jump" | "still" | "last" | "rose" | "fell" | "unlike"}`
  | `session.${"copied-cell" | "copied-rows" | "not-copied" | "newer" | "cut" | "no-source" | "read-again" | "run-again"}`
  | `several.${"equal" | "differ" | "file" | "mixed-kinds" | "appended" | "joined-by-time" | "joined-by-key" | "left" | "without" | "repeated" | "aside" | "failed" | "failed_empty-file" | "failed_header-only" | "failed_no-rows" | "failed_not-text" | "failed_bad-gzip" | "failed_file-vanished"}`
  | `span.${"steps" | "d" | "h" | "min" | "s" | "ms"}`
  | `storage.${"blocked" | "full" | "too-long"}`
  | `suggestion.${"mean-2sd" | "mean-3sd" | "iqr-1.5" | "mad-3.5" | "top-5-percent" | "largest-gap" | "marked" | "learned-3sd" | "clear" | "undecided"}`
  | `taught.${"by" | "by-ordinary"}`
  | "trees.cuts"
  | `xlsx.sheet.${"only" | "first"}`
  | `xlsx.${"above" | "foot" | "errors" | "no-result" | "merged" | "hidden-rows" | "beside"}`
  | "zone.several"
  | `failures.empty-file.${"title" | "what" | "todo"}`
  | `failures.header-only.${"title" | "what" | "todo"}`
  | `failures.not-text.${"title" | "title_workbook" | "title_archive" | "title_document" | "title_video" | "title_image" | "title_json" | "what" | "what_binary" | "what_workbook" | "what_image" | "todo" | "todo_workbook" | "todo_archive" | "todo_document" | "todo_video" | "todo_image" | "todo_json"}`
  | `failures.unclosed-quote.${"title" | "what" | "todo"}`
  | `failures.bad-encoding.${"title" | "what" | "todo"}`
  | `failures.bad-gzip.${"title" | "title_zstd" | "title_zstd-window" | "what_zstd" | "what_zstd-window" | "todo_zstd-window" | "what" | "todo"}`
  | `failures.file-vanished.${"title" | "what" | "todo"}`
  | `failures.file-changed.${"title" | "what" | "todo"}`
  | `failures.too-many-columns.${"title" | "what" | "todo"}`
  | `failures.out-of-memory.${"title" | "what" | "todo"}`
  | `failures.no-features.${"title" | "what" | "todo"}`
  | `failures.no-rows.${"title" | "what" | "todo"}`
  | `failures.too-few-learned.${"title" | "what" | "todo"}`
  | `failures.too-few-taught.${"title" | "what" | "what_ordinary" | "todo" | "todo_ordinary"}`
  | `failures.bad-model.${"title" | "what" | "todo"}`
  | `failures.newer-model.${"title" | "what" | "todo"}`
  | `failures.no-model.${"title" | "what" | "todo"}`
  | `failures.not-in-model.${"title" | "what" | "todo"}`
  | `failures.model-lacks.${"title" | "what" | "todo"}`
  | `failures.model-fits-nothing.${"title" | "what" | "todo"}`
  | `failures.illegal-parameter.${"title" | "what" | "todo"}`
  | `failures.illegal-parameter.why.${"unknown" | "no-number" | "no-whole-number" | "out-of-range" | "no-option" | "no-toggle" | "no-detector" | "other-samples" | "other-kind" | "no-column" | "no-times" | "no-channel" | "no-image" | "no-images" | "few-runs" | "other-recipe" | "other-table" | "nested-consensus" | "weights"}`
  | `failures.not-for-kind.${"title" | "title_row" | "title_step" | "title_event" | "title_image" | "what" | "what_row" | "what_step" | "what_event" | "what_image" | "todo" | "todo_row" | "todo_step" | "todo_event" | "todo_image"}`
  | `failures.no-images.${"title" | "what" | "todo"}`
  | `failures.no-table.${"title" | "what" | "todo"}`
  | `failures.bad-archive.${"title" | "what_large" | "todo_large" | "what" | "todo"}`
  | `failures.bad-format.${"title" | "what" | "todo"}`
  | `failures.bad-format.why.${"broken" | "endless" | "large" | "no-table" | "unsupported" | "encrypted" | "no-magic"}`
  | `failures.bad-network.${"title" | "what" | "todo"}`
  | `failures.bad-network.why.${"no-model" | "no-weights" | "no-grid" | "not-one-image" | "unreadable" | "not-json" | "no-layers"}`
  | `failures.no-network.${"title" | "what" | "todo"}`
  | `failures.not-finite.${"title" | "what" | "todo"}`
  | `failures.backend-failed.${"title" | "what" | "todo"}`
  | `failures.worker-died.${"title" | "what" | "todo"}`
  | `failures.reading-died.${"title" | "what" | "todo"}`
  | `failures.worker-missing.${"title" | "what" | "todo"}`
  | `failures.part-missing.${"title" | "what" | "todo"}`
  | `failures.given-up.${"title" | "what" | "todo"}`
  | `failures.unknown-dataset.${"title" | "what" | "todo"}`
  | `failures.too-few-members.${"title" | "what" | "todo"}`
  | `failures.unknown-run.${"title" | "what" | "todo"}`
  | `failures.storage-full.${"title" | "what" | "todo"}`
  | `failures.storage-blocked.${"title" | "what" | "todo"}`
  | `failures.no-work.${"title" | "what" | "todo"}`
  | `failures.bad-session.${"title" | "what" | "todo"}`
  | `failures.cancelled.${"title" | "what" | "todo"}`
  | `failures.unexpected.${"title" | "what" | "todo"}`;
