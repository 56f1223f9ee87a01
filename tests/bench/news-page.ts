/** A script that fills `root` with a thousand cards, as pages have them, of neither box nor picture. */
export const fillRoot = `root.innerHTML = Array.from({ length: 1000 }, (_, at) =>
  '<div class="card"><h3>Title ' + at + '</h3><p>Some <b>bold</b> text</p><a href="#">more</a></div>').join('');`;

/** A script that changes 10,000 attributes in `root`, and waits by `rest(ms)` as pages do. */
export const changeRoot = `for (let at = 0; at < 10_000; at += 1) {
  root.children[at % 1000].className = 'card c' + at;
  if (at % 500 === 499) await rest(16);
}
await rest(400);`;
