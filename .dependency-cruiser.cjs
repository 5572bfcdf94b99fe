/**
 * The road of a report, checked: read → map → audit → write, above them dataset (what was written, read again), batch
 * and the command line; model and form below. harvest feeds read with bytes and knows nothing of reports but how pages
 * are decoded; collect, above batch, makes a dataset of what the harvest stored. A room may import only what is listed
 * here, from other rooms and from Node.
 */

/** Rooms that a room may import, besides itself and `model`. */
const MAY_IMPORT = {
  form: [],
  read: ['form'],
  map: ['form'],
  audit: ['form'],
  write: ['form'],
  dataset: ['form', 'audit', 'write'],
  site: ['form', 'audit', 'write'],
  harvest: ['form', 'read'],
  batch: ['form', 'read', 'map', 'audit', 'write', 'dataset'],
  collect: ['form', 'audit', 'write', 'dataset', 'harvest', 'batch'],
  cli: ['form', 'read', 'map', 'audit', 'write', 'dataset', 'site', 'harvest', 'batch', 'collect'],
};

/** Rooms that compute and touch no file, network or process. */
const PURE_ROOMS = ['model', 'form', 'map', 'audit'];
const IO_MODULES = '^(node:)?(fs|fs/promises|http|https|http2|net|dgram|tls|child_process|worker_threads|process)$';

/** What the page of the site may import: it runs in a browser, so nothing of Node and nothing that computes or writes. */
const PAGE = '^src/site/(browser|wire)/';
const PAGE_MAY_IMPORT = '^(src/(site/(browser|wire)|model|form)/|src/write/text\\.ts$|node_modules/)';

const roadRules = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `road-${room}`,
  comment: `${room}/ imports only model/${allowed.map((other) => `, ${other}/`).join('')}`,
  severity: 'error',
  from: { path: `^src/${room}(/|\\.ts$)` },
  to: { path: '^src/', pathNot: `^src/(${['model', room, ...allowed].join('|')})(/|\\.ts$)` },
}));

module.exports = {
  forbidden: [
    ...roadRules,
    {
      name: 'road-model',
      comment: 'model/ imports nothing: everybody depends on it',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { pathNot: '^src/model/' },
    },
    {
      name: 'no-circle',
      comment: 'modules that need each other are one module',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-rooms-do-no-io',
      comment: 'only read (of bytes), harvest, write, dataset, batch, collect and cli touch the outside',
      severity: 'error',
      from: { path: `^src/(${PURE_ROOMS.join('|')})/` },
      to: { path: IO_MODULES },
    },
    {
      name: 'page-is-for-browsers',
      comment: 'the page of the site imports the form, shared types and bundled libraries only',
      severity: 'error',
      from: { path: PAGE },
      to: { pathNot: PAGE_MAY_IMPORT },
    },
    {
      name: 'nobody-imports-the-page',
      comment: 'src/site/browser/ is bundled by the build and loaded by browsers alone',
      severity: 'error',
      from: { pathNot: '^src/site/browser/' },
      to: { path: '^src/site/browser/' },
    },
    {
      name: 'src-needs-no-dev-dependency',
      comment: 'what is shipped must be in "dependencies"; what the page needs is bundled',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/site/browser/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unresolvable',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
