import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Usage: check-imports.mjs [folder that holds the rooms]; the folder defaults to the project.
const project = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = resolve(process.argv[2] ?? project);
const rooms = ['lib', 'components', 'entrypoints', 'portal'].filter((room) => existsSync(join(folder, room)));

const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

if (rooms.length === 0) stop('Import check: no room was found, so nothing was checked.');
const outcome = spawnSync(
  join(project, 'node_modules', '.bin', 'depcruise'),
  ['--config', join(project, '.dependency-cruiser.cjs'), '--output-type', 'json', ...rooms],
  { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
if (outcome.status !== 0 || !outcome.stdout) stop(`Import check: dependency-cruiser failed.\n${outcome.stderr}`);

const { summary } = JSON.parse(outcome.stdout);
const { totalCruised, totalDependenciesCruised, violations } = summary;
// A cruiser that cannot parse TypeScript sees nothing, finds nothing wrong and passes.
if (!(totalCruised > 0 && totalDependenciesCruised > 0))
  stop(
    `Import check: ${totalCruised} modules and ${totalDependenciesCruised} imports were seen, so nothing was checked.`,
  );
for (const { rule, from, to } of violations) {
  // Only an import that leads nowhere keeps its leading dot.
  const complaint = to.startsWith('.') ? 'imports a file that does not exist:' : 'may not import';
  console.error(`${rule.name}: ${from} ${complaint} ${to}`);
}
console.log(`${totalCruised} modules, ${totalDependenciesCruised} imports, ${violations.length} violations`);
process.exitCode = violations.length > 0 ? 1 : 0;
