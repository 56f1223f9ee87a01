import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** The machine that a run was made on, in words, and how busy it was when the run began. */
export function describeMachine(): string {
  let model = cpus()[0]?.model ?? 'unknown processor';
  try {
    model = /^model name\s*:\s*(.+)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? model;
  } catch {
    // Only Linux has the file.
  }
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  const load = loadavg()[0] ?? 0;
  const machine = `${model.trim()}, ${cpus().length} cores, ${gigabytes} GiB of memory; Node ${process.versions.node}`;
  const advice = 'others used the machine too: wall-clock times are too long, CPU times hold better';
  return `${machine}; load ${load.toFixed(1)} at the start${load > cpus().length / 2 ? ` (${advice})` : ''}`;
}
