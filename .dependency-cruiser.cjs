// Who may import whom. This file is the diagram: the folders below the rules list what each may see, and why no more.

const TEST = "\\.test\\.tsx?$";

/** What a folder of src may import beside itself; everything else of src is forbidden to it. */
const folders = [
  {
    folder: "core",
    sees: [],
    packages: [],
    why: "core is arithmetic on plain data. It runs in a worker, in Node and in a test alike, because it knows nobody.",
  },
  {
    folder: "detectors",
    sees: ["core"],
    packages: [],
    exempt: "^src/detectors/neural/",
    why: "A detector sees samples and a context. If it knew the engine or a file format, it could not be tested alone.",
  },
  {
    folder: "detectors/neural",
    sees: ["core", "detectors/images"],
    packages: ["@tensorflow/[^/]+"],
    why: "Networks need tfjs and numbers, nothing else of the app; and how any detector of images reads its maps.",
  },
  {
    folder: "io",
    sees: ["core"],
    packages: [
      "@noble/[^/]+",
      "@zip.js/[^/]+",
      "geotiff",
      "image-size",
      "hyparquet",
      "hyparquet-[^/]+",
      "fzstd",
      "hucre",
    ],
    why: "Reading and writing files is one job. What is then done with the columns is none of its business.",
  },
  {
    folder: "engine",
    sees: ["core", "detectors", "io"],
    packages: [],
    why: "The engine runs in a worker: what knows the screen or the store cannot be loaded there.",
  },
  {
    folder: "state",
    // The protocol holds types only: the engine itself comes from whoever makes the session.
    sees: ["core", "engine/protocol.ts", "detectors"],
    packages: ["zustand", "react", "@types/react"],
    why: "The store decides and remembers. It reaches files and numbers only by asking the engine.",
  },
  {
    folder: "ui",
    // Of the messages, which there are: their types.
    sees: ["core", "messages"],
    packages: [
      "react",
      "@types/react",
      "react-i18next",
      "i18next",
      "@mantine/[^/]+",
      "@tabler/icons-react",
      "@tanstack/[^/]+",
    ],
    why: "Props in, events out: a control that reads the store can be used once only.",
  },
  {
    folder: "charts",
    sees: ["core", "ui"],
    packages: ["react", "@types/react", "@mantine/[^/]+", "@tabler/icons-react", "recharts"],
    why: "Props in, events out: a chart that reads the store cannot be shown twice, nor tested without it.",
  },
  {
    folder: "features",
    // The protocol holds types only: the cards that the store hands to the screens.
    sees: ["core", "state", "charts", "ui", "engine/protocol.ts"],
    // Text that the engine wrote is cut into cells to be shown.
    packages: [
      "react",
      "@types/react",
      "@mantine/[^/]+",
      "@tabler/icons-react",
      "@tanstack/[^/]+",
      "papaparse",
      "@types/papaparse",
    ],
    why: "A screen reads the store and chooses. Engine, detectors and files are reached through the store alone.",
  },
  {
    folder: "messages",
    sees: [],
    packages: ["i18next", "react-i18next"],
    why: "The catalogue is words, so that a second language is a second folder.",
  },
  {
    folder: "app",
    sees: ["core", "detectors", "io", "engine", "state", "charts", "ui", "features", "messages"],
    packages: [
      "react",
      "react-dom",
      "@types/react",
      "@types/react-dom",
      "react-i18next",
      "i18next",
      "@mantine/[^/]+",
      "@tabler/icons-react",
      "@tanstack/[^/]+",
      "react-resizable-panels",
      "workbox-window",
    ],
    why: "The shell may see all, but draws no chart and computes nothing by itself.",
  },
  {
    folder: "testing",
    sees: ["core", "detectors", "engine", "io", "state", "charts", "ui", "messages", "app/i18n.ts"],
    packages: null,
    why: "Test support stands under the screens: it must not need one to be loaded.",
  },
];

const anyOf = (names) => names.join("|");

const folderRules = folders.map(({ folder, sees, exempt, why }) => ({
  name: `${folder.replace("/", "-")}-sees-${sees.map((name) => name.replace(/[/.].*/, "")).join("-") || "nobody"}`,
  comment: why,
  severity: "error",
  from: { path: `^src/${folder}/`, pathNot: exempt ? [TEST, exempt] : [TEST] },
  to: { path: "^src/", pathNot: `^src/(${anyOf([folder, ...sees])})(/|$)` },
}));

const packageRules = folders
  .filter(({ packages }) => packages !== null)
  .map(({ folder, packages, exempt }) => ({
    name: `packages-of-${folder.replace("/", "-")}`,
    comment: packages.length
      ? `Each package has one home, so that it can be replaced there. In src/${folder} that is: ${packages.filter((name) => !name.startsWith("@types")).join(", ")}.`
      : `src/${folder} uses no package, so that it runs and is tested anywhere.`,
    severity: "error",
    from: { path: `^src/${folder}/`, pathNot: exempt ? [TEST, exempt] : [TEST] },
    to: {
      path: "(^|/)node_modules/",
      ...(packages.length ? { pathNot: `(^|/)node_modules/(${anyOf(packages)})/` } : {}),
    },
  }));

/** The folders of the engine, each of which sees those before it: so no two of them import each other. */
const rooms = [
  "calls",
  "pool",
  "truth",
  "explain",
  "images",
  "series",
  "kinds",
  "runs",
  "rows",
  "keeping",
  "models",
  "handing",
];

const roomRules = [
  ...rooms.map((room, at) => ({
    name: `engine-${room}-sees-what-is-below`,
    comment:
      "Two folders that import each other are one idea in two places: what both need stands at the root of the engine, or in a folder below both.",
    severity: "error",
    from: { path: `^src/engine/${room}/`, pathNot: TEST },
    to: { path: "^src/engine/[^/]+/", pathNot: `^src/engine/(${anyOf(rooms.slice(0, at + 1))})/` },
  })),
  {
    name: "engine-room-has-its-place",
    comment: "A new folder of the engine stands in the list of rooms, above those that it imports.",
    severity: "error",
    from: { path: "^src/engine/[^/]+/", pathNot: `^src/engine/(${anyOf(rooms)})/` },
    to: {},
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      comment: "Two files that need each other are one idea in two places: move the shared part into a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    ...roomRules,
    {
      name: "no-unresolved",
      comment: "The import names nothing that exists.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-node-in-the-page",
      comment: "The app runs in a browser: Node's own modules are not there.",
      severity: "error",
      from: { path: "^src/", pathNot: [TEST, "^src/testing/dom-setup"] },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "package-not-declared",
      comment: "A package that package.json does not name is there by luck, and goes when another one is updated.",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "app-needs-no-development-package",
      comment: "What the page loads is a dependency; development packages are for tools and tests.",
      severity: "error",
      from: { path: "^src/", pathNot: [TEST, "^src/testing/"] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    },
    {
      name: "features-do-not-meet",
      comment:
        "A screen that imports another cannot be changed or removed alone. What both need belongs to state, charts or ui.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/", pathNot: "^src/features/$1/" },
    },
    {
      name: "only-a-hook-of-state-knows-react",
      comment: "The store is plain code that is tested without a screen; src/state/use-*.ts is its one adapter.",
      severity: "error",
      from: { path: "^src/state/", pathNot: [TEST, "^src/state/use-[^/]+\\.tsx?$"] },
      to: { path: "(^|/)node_modules/(react|@types/react)/|(^|/)node_modules/zustand/(esm/)?(react|index)" },
    },
    {
      name: "state-sees-of-the-engine-only-client-and-protocol",
      comment: "The host holds the rows and runs the work. Imported here it would do so on the main thread.",
      severity: "error",
      from: { path: "^src/state/", pathNot: TEST },
      to: { path: ["^src/engine/host", "^src/engine/[^/]*worker"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "messages-are-for-the-app",
      comment:
        "The app hands the catalogue to i18next once; every screen asks its hook, or a second language would miss it.",
      severity: "error",
      from: { path: "^src/", pathNot: [TEST, "^src/(app|messages|testing)/", "^src/main\\.tsx$"] },
      to: { path: "^src/messages/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "tfjs-behind-its-door",
      comment: "tfjs weighs more than the rest of the app together: it lives in src/detectors/neural.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/detectors/neural/", TEST] },
      to: { path: "(^|/)node_modules/@tensorflow/" },
    },
    {
      name: "neural-door-opened-late",
      comment:
        "A detector's card is loaded at once and tfjs only when a network is fitted: `await import(...)` what needs it.",
      severity: "error",
      from: { path: "^src/detectors/", pathNot: [TEST, "^src/detectors/neural/"] },
      to: {
        path: "^src/detectors/neural/backend/",
        dependencyTypesNot: ["type-only", "dynamic-import"],
      },
    },
    {
      name: "tests-are-nobodys-parts",
      comment: "What a test proves must not lean on another test, and the app must not carry tests.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: TEST },
    },
    {
      name: "testing-is-for-tests",
      comment: "Planted data and test engines have no business in the app.",
      severity: "error",
      from: { path: "^src/", pathNot: [TEST, "^src/testing/"] },
      to: { path: "^src/testing/" },
    },
    ...folderRules,
    ...packageRules,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    // Types count: a type that core takes from the engine is a dependency of core on the engine.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "browser", "default"] },
    skipAnalysisNotInRules: true,
  },
};
