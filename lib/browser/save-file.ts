/** Hands a text to the browser as a download of the given name; the page's policy allows blobs, and no permission is needed. */
export function saveFile(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken its own hold of the blob by the next turn of the loop.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
