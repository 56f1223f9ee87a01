/** A drawing of a browser toolbar with the puzzle menu open; the pin to press is circled. */
export function PinPicture({ label }: { label: string }) {
  return (
    <svg class="pin-picture" viewBox="0 0 320 150" role="img" aria-label={label}>
      <rect class="paper" x="1" y="1" width="318" height="148" rx="8" />
      <rect class="shade" x="12" y="12" width="230" height="22" rx="11" />
      <path class="ink" d="M262 18h5a3 3 0 1 1 6 0h5v5a3 3 0 1 1 0 6v5h-16z" />
      <circle class="ink" cx="298" cy="17" r="2" />
      <circle class="ink" cx="298" cy="23" r="2" />
      <circle class="ink" cx="298" cy="29" r="2" />
      <rect class="menu" x="132" y="44" width="160" height="94" rx="6" />
      <path class="mark" d="M146 82V70a6 6 0 0 1 12 0v12z" />
      <rect class="shade" x="168" y="68" width="72" height="8" rx="4" />
      <rect class="shade" x="146" y="106" width="12" height="14" rx="3" />
      <rect class="shade" x="168" y="109" width="54" height="8" rx="4" />
      <path class="ink" d="M264 63h10v3l-2 1v6l4 3v2h-6v6h-2v-6h-6v-2l4-3v-6l-2-1z" />
      <circle class="ring" cx="269" cy="73" r="16" />
    </svg>
  );
}
