import { type ComponentChild, Fragment, toChildArray } from 'preact';

const first = 0xe0_00;

/**
 * Stands for the element of this place while a sentence is translated: the language decides where it goes. A private
 * character, as browsers drop control characters from substitutions.
 */
export const placeOf = (index: number): string => String.fromCharCode(first + index);

type AroundProps = {
  /** The sentence, with `placeOf(n)` where its nth child belongs. */
  readonly sentence: string;
  readonly children: ComponentChild;
};

/** A sentence with elements inside. */
export function Around({ sentence, children }: AroundProps) {
  const elements = toChildArray(children);
  return (
    <>
      {sentence.split(/([\uE000-\uE0FF])/u).map((part, index) => (
        <Fragment key={index}>{index % 2 === 0 ? part : elements[part.charCodeAt(0) - first]}</Fragment>
      ))}
    </>
  );
}
