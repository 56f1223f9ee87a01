import type { Ask } from '../messages/client.ts';
import type { PassphraseProof } from '../messages/protocol-keys.ts';
import { askForSlot, type ProofSlot, prove } from './ask-proof.ts';
import type { KeyMaking } from './new-keys.ts';

/** How long what was proven holds: a page, or a form, that was left open is anybody's. */
const PROVEN_MS = 5 * 60_000;

/** Who sits there is asked by a slot's passphrase (null: the vault has none), or has proven it at some time. */
export type Question =
  | { readonly kind: 'asking'; readonly slot: ProofSlot }
  | { readonly kind: 'proven'; readonly proof: PassphraseProof | null; readonly sinceUnixMs: number };

/** Where a page keeps its question; null while nothing is asked. */
export type QuestionPlace = {
  readonly current: () => Question | null;
  readonly change: (question: Question | null) => void;
};

/** What a question needs of a page. */
export type QuestionPorts = {
  readonly ask: Ask;
  readonly derive: KeyMaking['derive'];
  readonly nowUnixMs: () => number;
};

/** Where a question stands after a step: `left` when somebody went back meanwhile, `shut` where Doorcode is not open. */
export type Asked = 'asking' | 'left' | 'shut';

/** The question for the passphrase before secrets are given away. */
export type ProofQuestion = ReturnType<typeof createProofQuestion>;

/** Asks who sits there, holds the answer for a short time, and asks anew once it is none any more. */
export function createProofQuestion({ ask, derive, nowUnixMs }: QuestionPorts, place: QuestionPlace) {
  let turn = 0;

  function isFresh(): boolean {
    const question = place.current();
    const ageMs = question?.kind === 'proven' ? nowUnixMs() - question.sinceUnixMs : Number.NaN;
    // A clock that was set back locks too.
    return ageMs >= 0 && ageMs <= PROVEN_MS;
  }

  function leave(): void {
    turn += 1;
    place.change(null);
  }

  const note = (proof: PassphraseProof | null): void =>
    place.change({ kind: 'proven', proof, sinceUnixMs: nowUnixMs() });

  /** Shows how the vault stands by now: what was proven and still holds stays, and so does the same question. */
  function settle(slot: ProofSlot | 'not-open'): void {
    if (slot === 'not-open') {
      leave();
      return;
    }
    const question = place.current();
    const isSame = question?.kind === 'asking' && question.slot?.id === slot?.id;
    if (!isSame && !isFresh()) place.change({ kind: 'asking', slot });
  }

  /** Finds out whose passphrase has to be asked for, and asks. */
  async function begin(): Promise<Asked> {
    turn += 1;
    const [mine, before] = [turn, place.current()];
    const slot = await askForSlot(ask);
    if (turn !== mine || place.current() !== before) return 'left';
    place.change(slot === 'not-open' ? null : { kind: 'asking', slot });
    return slot === 'not-open' ? 'shut' : 'asking';
  }

  return {
    begin,
    settle,
    leave,
    /** Holds what was proven in another way, as by having just made the keys. */
    note,
    isFresh,

    /** Takes what was typed. */
    async answer(typed: string): Promise<'proven' | 'wrong' | Asked> {
      const question = place.current();
      if (question?.kind !== 'asking') return 'left';
      const proven = await prove({ ask, derive }, typed, question.slot);
      if (place.current() !== question) return 'left';
      // Another window may have changed the keys: asking for the same again would fail for ever.
      if (!proven.ok) return proven.error === 'wrong' ? 'wrong' : begin();
      note(proven.value);
      return 'proven';
    },

    /**
     * Does what was proven for; what was proven too long ago, or is none any more as the keys were changed, is asked for anew.
     * @param act answers `proof-over` where the proof is none any more
     */
    async use<T>(act: (proof: PassphraseProof | null) => Promise<T | 'proof-over'>): Promise<T | Asked> {
      const question = place.current();
      if (question?.kind !== 'proven') return question === null ? 'left' : 'asking';
      const outcome = isFresh() ? await act(question.proof) : 'proof-over';
      if (outcome !== 'proof-over') return outcome;
      return place.current() === question ? begin() : 'left';
    },
  };
}
