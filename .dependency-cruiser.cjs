/** The arrows between the rooms (docs/architecture.md). Each rule says why in its comment. */
const tests = '\\.test\\.ts$|/test-kit[^/]*\\.ts$|^test/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'domain/ holds the rules: no I/O, no clock, no other room. It imports only zod, xstate and itself, so that every rule can be tested and replayed.',
      severity: 'error',
      from: { path: '^domain/', pathNot: tests },
      to: { pathNot: '^domain/|^node_modules/(zod|xstate)/' },
    },
    {
      name: 'commit-uses-domain-and-pg',
      comment:
        'commit/ is the one transaction: it lets the rules decide and writes what follows. Whatever else it used could write beside it.',
      severity: 'error',
      from: { path: '^commit/', pathNot: tests },
      to: { pathNot: '^(commit|domain)/|^node_modules/(@types/)?(pg|zod|uuid)/|^(node:)?(crypto|util|timers|net)' },
    },
    {
      name: 'config-leans-on-nothing',
      comment: 'Settings and regulation packs are read before anything else exists.',
      severity: 'error',
      from: { path: '^config/', pathNot: tests },
      to: { path: '^(commit|files|server|workflows|prisma|scripts|test)/' },
    },
    {
      name: 'commit-and-domain-know-no-settings',
      comment: 'What the law lets happen must not depend on how a machine is set up.',
      severity: 'error',
      from: { path: '^(domain|commit)/', pathNot: tests },
      to: { path: '^config/' },
    },
    {
      name: 'verification-stands-alone',
      comment:
        'What judges a signature shares no code with what makes one, so that a mistake of the one is not repeated by the other; and it knows no network, no settings and no database, since it reads what strangers send.',
      severity: 'error',
      from: { path: '^verification/', pathNot: `${tests}|^verification/examine-(apart|child)\\.ts$` },
      to: { pathNot: '^verification/|^(node:)?(crypto|zlib)$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'one-door-into-workflows',
      comment: 'The server reaches a workflow only through workflows/wake: an acknowledged command leans on PostgreSQL alone.',
      severity: 'error',
      from: { path: '^server/', pathNot: tests },
      to: { path: '^workflows/', pathNot: '^workflows/wake' },
    },
    {
      name: 'workflows-are-sandboxed',
      comment: 'A workflow replays: the outside world is reached through activities alone, of which it knows no more than the types.',
      severity: 'error',
      from: { path: '^workflows/[^/]*\\.workflow\\.ts$' },
      to: {
        path: '^(commit|server|prisma|config)/|^workflows/(activities/|wake|worker|render-worker)|^node_modules/pg/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'workflows-do-not-serve',
      comment: 'What happens next must not need the web server.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: tests },
      to: { path: '^server/(?!identity/|signing/|documents/|files/)' },
    },
    {
      name: 'signatures-are-plain',
      comment:
        "Keys, certificates and what vouches for them, as plain functions over bytes and HTTP: the server, the workers and the helper on an official's own computer use the same.",
      severity: 'error',
      from: { path: '^signatures/', pathNot: tests },
      to: { path: '^(commit|server|prisma|files|authority)/|^workflows/(?!activities/pdf/)|^node_modules/(@temporalio|pg|express)/' },
    },
    {
      name: 'the-authority-is-reached-by-http',
      comment: 'The development authority stands where a real one would: nobody but its own process runs its code.',
      severity: 'error',
      from: { path: '^(domain|commit|config|files|server|templates|workflows|prisma|signatures)/', pathNot: tests },
      to: { path: '^authority/' },
    },
    {
      name: 'nobody-leans-on-scripts-or-tests',
      comment: 'Set-up, tests and benchmarks know the system, never the other way.',
      severity: 'error',
      from: { path: '^(domain|commit|config|files|server|templates|workflows|prisma)/', pathNot: tests },
      to: { path: '^(scripts|test|bench)/' },
    },
    {
      name: 'browser-scripts-stand-alone',
      comment:
        'What runs in the browser is sent as it is, file by file: it imports its neighbours there, and the pure rules that server/pages/assets.ts sends beside them.',
      severity: 'error',
      from: { path: '^templates/browser/' },
      to: {
        pathNot: '^templates/browser/|^domain/money/(read-number|format|share)\\.ts$|^domain/scheme/line-amount\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one thing, or hide a third.',
      severity: 'error',
      from: { pathNot: '^prisma/generated' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'found', comment: 'An import that leads nowhere.', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^prisma/generated' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
