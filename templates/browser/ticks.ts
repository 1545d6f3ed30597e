/** Ticks everything of a form at once, and nothing again. Without it each is ticked by itself. */
function show(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-tick-all]')) button.hidden = false;
}

document.addEventListener('click', ({ target }) => {
  const form = target instanceof HTMLElement && target.dataset.tickAll !== undefined ? target.closest('form') : null;
  if (!form) return;
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const all = boxes.some(({ checked }) => !checked);
  for (const box of boxes) box.checked = all;
});
document.addEventListener('htmx:load', show);
show();

export {};
