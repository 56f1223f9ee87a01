import type { ContentRequest } from '../messages/protocol.ts';
import type { Speaker } from './automatic-fill.ts';
import type { CodeNotice } from './code-notice.ts';
import type { TypedNames } from './typed-names.ts';

/** What answering documents of allowed sites needs. */
export type ContentServicePorts = {
  readonly typedNames: Pick<TypedNames, 'attend' | 'hear'>;
  readonly notice: Pick<CodeNotice, 'hear' | 'over'>;
  /** Fills by itself; whether the document may go on watching. */
  readonly fill: (request: ContentRequest, speaker: Speaker) => Promise<boolean>;
};

/** Answers scripts of ours in documents, which learn whether to go on and nothing else. */
export const createContentService =
  ({ typedNames, notice, fill }: ContentServicePorts) =>
  async (request: ContentRequest, speaker: Speaker): Promise<boolean> => {
    const { kind } = request;
    // The answer is the same for every name: a page learns of no account here.
    if (kind === 'login-named') return typedNames.hear(request.name, speaker).then(() => true);
    if (kind === 'code-perhaps' || kind === 'code-gone') return notice.hear(kind, speaker);
    const isNew = kind === 'watch-here' && speaker.frameId === 0;
    // A new document: what was noticed on the one before is over.
    if (isNew) await notice.over(speaker.tabId);
    const watched = await fill(request, speaker);
    if (isNew && watched) void typedNames.attend(speaker.tabId, speaker);
    return watched;
  };
