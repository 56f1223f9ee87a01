// The table "who may import whom" of docs/architecture.md. What a room's row does not allow is forbidden.
const ours = (room) => (room === 'portal' || room === 'components' ? `^${room}/` : `^lib/${room}/`);
const npm = (name) => `(^|/)node_modules/${name}/|^${name}(/|$)`;
const everywhere = '^lib/(?:result|setup-links)\\.ts$';
const noble = npm('@noble/hashes');
const preact = npm('preact');
const wxtHelpers = `${npm('wxt/utils')}|(^|/)node_modules/wxt/dist/utils/`;

/** `values`: anything; `types`: only with `import type`. A room may always import itself, lib/result.ts and lib/setup-links.ts. */
const rooms = {
  otp: { values: [noble], types: [] },
  qr: { values: [npm('jsqr'), npm('qr')], types: [] },
  vault: { values: [ours('otp'), noble], types: [] },
  backup: { values: [ours('otp'), ours('vault'), noble, npm('@noble/ciphers')], types: [] },
  strength: { values: [npm('@zxcvbn-ts/core')], types: [] },
  page: { values: [], types: [ours('qr')] },
  messages: { values: [], types: [ours('otp'), ours('vault'), ours('app')] },
  app: { values: [ours('otp'), ours('qr'), ours('vault'), ours('backup')], types: [ours('messages')] },
  // The types of otp and vault arrive through app's ports, those of qr go to the Worker.
  browser: {
    values: [ours('app'), ours('messages'), npm('wxt/browser'), '(^|/)node_modules/wxt/', npm('webextension-polyfill')],
    types: [ours('otp'), ours('vault'), ours('page'), ours('qr')],
  },
  components: { values: [preact, ours('otp'), ours('strength'), npm('simple-icons')], types: [ours('app')] },
  // The package qr draws the portal's codes.
  portal: {
    values: [ours('otp'), npm('hono'), npm('@hono/node-server'), npm('qr'), '^node:'],
    types: [],
    core: true,
  },
};

const rules = Object.entries(rooms).flatMap(([room, { values, types, core }]) => {
  const from = { path: ours(room) };
  const free = [everywhere, ours(room), ...values];
  return [
    {
      name: `${room}-imports`,
      severity: 'error',
      from,
      to: { pathNot: [...free, ...types], ...(core ? { dependencyTypesNot: ['core'] } : {}) },
    },
    ...(types.length > 0
      ? [
          {
            name: `${room}-types-only`,
            severity: 'error',
            from,
            to: { path: types, pathNot: free, dependencyTypesNot: ['type-only'] },
          },
        ]
      : []),
  ];
});

module.exports = {
  forbidden: [
    ...rules,
    {
      name: 'shared-imports-nothing',
      severity: 'error',
      from: { path: everywhere },
      to: {},
    },
    {
      name: 'entrypoints-imports',
      severity: 'error',
      from: { path: '^entrypoints/' },
      to: { pathNot: ['^entrypoints/', '^lib/', '^components/', preact, wxtHelpers] },
    },
    {
      name: 'entrypoints-never-each-other',
      severity: 'error',
      from: { path: '^entrypoints/([^/]+)' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1(/|$)' },
    },
    {
      name: 'no-file-outside-rooms',
      severity: 'error',
      from: { path: '^lib/', pathNot: [everywhere, `^lib/(${Object.keys(rooms).join('|')})/`] },
      to: {},
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    // Type imports cross rooms too. TypeScript 7 has no API that dependency-cruiser could use, so swc reads the files.
    tsPreCompilationDeps: true,
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
    },
  },
};
