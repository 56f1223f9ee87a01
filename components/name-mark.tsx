/** The mark of Doorcode beside its name, which says it to those who hear the screen; lighter on a dark page. */
export function NameMark() {
  return (
    <picture class="name-mark">
      <source media="(prefers-color-scheme: dark)" srcset="/icon-on-dark.svg" />
      <img src="/icon.svg" alt="" width="40" height="40" />
    </picture>
  );
}
