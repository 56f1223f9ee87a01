/** Whether a person could type here: in the document, neither disabled nor read-only, and of a type that takes digits. */
export function isWritable(input: HTMLInputElement): boolean {
  const types = ['text', 'tel', 'number', 'password', 'search', ''];
  return input.isConnected && !input.readOnly && !input.matches(':disabled') && types.includes(input.type);
}

/**
 * Writes a value as a keyboard would, seen from the page: native setter, `beforeinput`, `input` and `change`.
 * @returns false when the page cancelled `beforeinput`, in which case nothing was written
 */
export function writeInput(input: HTMLInputElement, text: string): boolean {
  const view = input.ownerDocument.defaultView;
  if (view === null) return false;
  input.focus({ preventScroll: true });
  const options = { bubbles: true, composed: true, inputType: 'insertText', data: text };
  if (!input.dispatchEvent(new view.InputEvent('beforeinput', { ...options, cancelable: true }))) return false;
  // React keeps a setter of its own on the instance; only the prototype's setter leaves its tracker stale, so that it sees a change.
  const setter = Object.getOwnPropertyDescriptor(view.HTMLInputElement.prototype, 'value')?.set;
  if (setter === undefined) return false;
  setter.call(input, text);
  input.dispatchEvent(new view.InputEvent('input', options));
  input.dispatchEvent(new view.Event('change', { bubbles: true }));
  return true;
}

/** Pastes a text at a box: true when the page took the event for itself; a synthetic paste writes nothing by itself. */
export function pasteInto(input: HTMLInputElement, text: string): boolean {
  const view = input.ownerDocument.defaultView;
  if (view === null || typeof view.DataTransfer !== 'function' || typeof view.ClipboardEvent !== 'function')
    return false;
  input.focus({ preventScroll: true });
  const clipboardData = new view.DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new view.ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true, clipboardData });
  return !input.dispatchEvent(event);
}
