import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// npm run audit: what is known against the installed packages. 0 nothing, 1 something, 2 nobody could be asked.
const root = fileURLToPath(new URL('..', import.meta.url));
const outcome = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});

/** What npm wrote, or that it wrote nothing that can be read. */
function answer(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.trim() || 'npm said nothing' };
  }
}

const report = answer(outcome.stdout);
if (report.metadata?.vulnerabilities === undefined) {
  console.log(`The registry could not be asked, so nothing is known: ${report.message ?? report.error?.summary ?? ''}`);
  process.exitCode = 2;
} else {
  const findings = Object.values(report.vulnerabilities);
  for (const { name, severity, range, via } of findings) {
    const titles = via.filter((one) => typeof one === 'object').map(({ title, url }) => `${title} (${url})`);
    console.log(`${severity}: ${name} ${range}: ${titles.join('; ') || `through ${via.join(', ')}`}`);
  }
  console.log(`${findings.length} of the installed packages have findings.`);
  if (findings.length > 0) process.exitCode = 1;
}
