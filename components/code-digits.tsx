import { useContext } from 'preact/hooks';
import { groupCode } from './code-text.ts';
import { ShownHabits } from './shown-habits.ts';

const Groups = ({ groups }: { groups: readonly string[] }) => (
  <>
    {groups.map((group, index) => (
      <span class="group" key={`${index}-${group}`}>
        {group}
      </span>
    ))}
  </>
);

/** A code in groups; the gap is spacing, so that what is selected and copied by hand holds no blanks. Under its cover where codes are hidden. */
export function CodeDigits({ code }: { code: string }) {
  const { grouping, hidden } = useContext(ShownHabits);
  const groups = groupCode(code, grouping);
  const digits = (
    <span class="digits">
      <Groups groups={groups} />
    </span>
  );
  if (!hidden) return digits;
  return (
    <span class="covered">
      {digits}
      <span class="cover" aria-hidden="true">
        <Groups groups={groups.map(({ length }) => '•'.repeat(length))} />
      </span>
    </span>
  );
}
