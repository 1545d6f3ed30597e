/** In a meeting: when what follows the others has changed, what stands apart from it (the ballot, the next step) is asked for at once. */
const apart = ['desk-ballot', 'board-steps'];

document.addEventListener('htmx:afterSwap', (event) => {
  const { htmx } = window as unknown as { htmx?: { trigger(element: Element, name: string): void } };
  const { target } = (event as CustomEvent<{ target?: Element }>).detail;
  if (target?.id !== 'desk-live' && target?.id !== 'board-live') return;
  for (const id of apart) {
    const part = document.getElementById(id);
    if (part) htmx?.trigger(part, 'live');
  }
});
