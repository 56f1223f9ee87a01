import { groupCode } from './code-text.ts';

/** A code in groups; the gap is spacing, so that what is selected and copied by hand holds no blanks. */
export function CodeDigits({ code }: { code: string }) {
  return (
    <span class="digits">
      {groupCode(code).map((group, index) => (
        <span class="group" key={`${index}-${group}`}>
          {group}
        </span>
      ))}
    </span>
  );
}
