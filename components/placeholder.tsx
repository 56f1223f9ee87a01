/** Quiet bars where something is still read; nothing is seen of them at first, as most things are there by then. */
export function Placeholder() {
  return (
    <div class="placeholder" aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
