import type { AreaBox } from '../../components/area-box.ts';
import type { CameraProblem } from '../../lib/app/camera-problem.ts';
import type { ForeignAnswer, ForeignQuestion } from '../../lib/app/foreign-reading.ts';
import type { OwnPage } from '../../lib/app/own-page.ts';
import type { Ask } from '../../lib/messages/client.ts';
import type { KdfText } from '../../lib/messages/protocol-keys.ts';
import type { Bytes } from '../../lib/otp/parameters.ts';
import type { Result } from '../../lib/result.ts';
import type { PictureProblem } from './read-picture.ts';

/** What the page was opened for: a phone's codes, a picture of any code, or the place of a code in the picture of a page. */
export type Purpose = 'phone' | 'picture' | 'area';

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
  readonly purpose: Purpose;
  readonly nowUnixMs: () => number;
  readonly ask: Ask;
  /** Derives a passphrase's 32-byte key in base64; null for parameters out of bounds. */
  readonly derive: (passphrase: string, kdf: KdfText) => Promise<string | null>;
  readonly random: (count: number) => Bytes;
  readonly readPicture: (file: Blob) => Promise<Result<readonly string[], PictureProblem>>;
  /** Reads another app's file; the signal ends it. Null where it was ended, or failed. */
  readonly readForeign: (
    question: ForeignQuestion,
    onProgress: (part: number) => void,
    signal: AbortSignal,
  ) => Promise<ForeignAnswer | null>;
  /** The codes in a part of a picture, which is a data URL. */
  readonly readArea: (picture: string, box: AreaBox) => Promise<readonly string[]>;
  /** The signal switches off a camera that is still on its way. */
  readonly openCamera: (signal: AbortSignal) => Promise<Result<ReadingCamera, CameraProblem>>;
  /** Brings a tab to the front; false where it is gone. */
  readonly showTab: (tabId: number) => Promise<boolean>;
  readonly openOwnPage: (path: OwnPage) => Promise<void>;
  readonly closeTab: (tabId: number) => Promise<void>;
};
