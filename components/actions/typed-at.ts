const fields =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="textbox"]';
const windows = '[role="menu"], [role="dialog"], [role="alertdialog"], dialog';

/** Where a key was pressed: in a field that takes text, in a window or menu with keys of its own, or else. */
export function typedAt(target: EventTarget | null): 'field' | 'window' | 'page' {
  if (document.querySelector('dialog[open]') !== null) return 'window';
  if (!(target instanceof Element)) return 'page';
  if (target.closest(windows) !== null) return 'window';
  return target.closest(fields) === null ? 'page' : 'field';
}
