import { monogramColour, monogramOf } from './monogram-of.ts';

/** A sign for the eye beside a name, which says it to those who hear the screen; it takes no mark of another's. */
export function Monogram({ name }: { readonly name: string }) {
  return (
    <span class="monogram" data-colour={monogramColour(name)} aria-hidden="true">
      {monogramOf(name) || '–'}
    </span>
  );
}
