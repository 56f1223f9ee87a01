import type { CameraProblem } from '../../lib/app/camera-problem.ts';
import type { Ask } from '../../lib/messages/client.ts';
import type { KdfText } from '../../lib/messages/protocol.ts';
import type { Bytes } from '../../lib/otp/parameters.ts';
import type { Result } from '../../lib/result.ts';

/** A camera that is on, and reads. */
export type ReadingCamera = {
  readonly stream: MediaStream;
  readonly mirrored: boolean;
  /** The codes in what it sees now; null once it gives no pictures any more. */
  readonly read: () => Promise<readonly string[] | null>;
  readonly stop: () => void;
};

/** What the page needs from its surroundings. */
export type PhonePorts = {
  readonly tabId: number;
  readonly nowUnixMs: () => number;
  readonly ask: Ask;
  /** Derives a passphrase's 32-byte key in base64; null for parameters out of bounds. */
  readonly derive: (passphrase: string, kdf: KdfText) => Promise<string | null>;
  readonly random: (count: number) => Bytes;
  readonly readPicture: (file: File) => Promise<Result<readonly string[], 'no-picture'>>;
  /** The signal switches off a camera that is still on its way. */
  readonly openCamera: (signal: AbortSignal) => Promise<Result<ReadingCamera, CameraProblem>>;
  readonly closeTab: () => Promise<void>;
};
