/** Shows of a long list of choices only those in which all words are found, with or without diacritics. */

const search = document.querySelector<HTMLInputElement>('#content-search');
const found = document.getElementById('content-found');
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

if (search) {
  const box = search.closest<HTMLElement>('.content-search');
  if (box) box.hidden = false;
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')].map((item) => ({ item, text: plain(item.textContent ?? '') }));
  search.addEventListener('input', (event) => {
    event.stopPropagation();
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { item, text } of items) {
      item.hidden = !words.every((word) => text.includes(word));
      if (!item.hidden) count += 1;
    }
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = group.querySelector('[data-item]:not([hidden])') === null;
    if (found) found.textContent = (found.dataset.text ?? '').replace('#', String(count));
  });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
}
