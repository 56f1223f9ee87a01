import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A screen of a test's own, with a window manager and real input; seen by nobody. */
export type Screen = {
  /** The name that programs find it by, such as `:7`. */
  readonly display: string;
  /** Runs one command of xdotool and gives what it prints; the text is empty where it found nothing. */
  readonly input: (...words: readonly string[]) => Promise<string>;
  readonly close: () => Promise<void>;
};

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const gone = once(process, 'exit');
  process.kill('SIGTERM');
  await gone;
}

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const part of stream) {
    text += String(part);
    if (text.includes('\n')) return text.trim();
  }
  throw new Error('Xvfb gave no display: is it installed?');
}

/** Starts Xvfb on a free display, and openbox in it. */
export async function openScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = server.stdio[3];
  if (!number || !('read' in number)) throw new Error('no pipe to Xvfb');
  const display = `:${await firstLine(number)}`;
  const env = { ...process.env, DISPLAY: display };
  const manager = spawn('openbox', [], { env, stdio: 'ignore' });
  return {
    display,
    async input(...words) {
      const tool = spawn('xdotool', [...words], { env, stdio: ['ignore', 'pipe', 'ignore'] });
      const [printed] = await Promise.all([tool.stdout.toArray(), once(tool, 'exit')]);
      return printed.join('').trim();
    },
    async close() {
      await end(manager);
      await end(server);
    },
  };
}
