/** A member's score sheet: the total as it grows, and what was typed kept on this machine until it is handed in. */
type Rules = {
  criteria: { id: string; max: number; min: number | null }[];
  grades: { pass: number; conditional: number };
  words: Record<'pass' | 'conditional' | 'fail', string>;
  restored: string;
  drop: string;
};
type Kept = { version: string; fields: Record<string, string> };

function follow(form: HTMLFormElement): void {
  const rules = JSON.parse(form.querySelector('[data-rules]')?.textContent ?? 'null') as Rules | null;
  if (!rules) return;
  const key = `desk/${form.dataset.desk}`;
  restore(form, key, rules);
  showTotal(form, rules);
  form.addEventListener('input', () => {
    showTotal(form, rules);
    keep(form, key);
  });
}

/** A number as it is written in Vietnam: 12,5; a point is taken too. */
const numberIn = (text: string): number => (/^\d{1,3}([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN);
const written = (value: number): string => String(value).replace('.', ',');

function showTotal(form: HTMLFormElement, rules: Rules): void {
  const points = rules.criteria.map(({ id }) => numberIn(form.querySelector<HTMLInputElement>(`[data-criterion="${id}"]`)?.value ?? ''));
  const total = form.querySelector('[data-total]');
  const grade = form.querySelector('[data-grade]');
  if (!total || !grade) return;
  for (const [index, { id, max }] of rules.criteria.entries()) {
    const value = points[index] ?? Number.NaN;
    form.querySelector(`[data-criterion="${id}"]`)?.classList.toggle('is-invalid', value > max);
  }
  const known = points.filter((value) => !Number.isNaN(value));
  const sum = known.reduce((all, value) => all + value, 0);
  total.textContent = known.length === 0 ? '–' : written(sum);
  grade.textContent = known.length < points.length ? '' : rules.words[gradeOf(points, sum, rules)];
}

function gradeOf(points: number[], sum: number, { criteria, grades }: Rules): 'pass' | 'conditional' | 'fail' {
  const tooLow = criteria.some(({ min }, index) => min !== null && (points[index] ?? 0) < min);
  if (tooLow || sum < grades.conditional) return 'fail';
  return sum >= grades.pass ? 'pass' : 'conditional';
}

const fieldsOf = (form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] => [
  ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-criterion], textarea'),
];

function keep(form: HTMLFormElement, key: string): void {
  const fields = Object.fromEntries(fieldsOf(form).map(({ name, value }) => [name, value]));
  try {
    localStorage.setItem(key, JSON.stringify({ version: form.dataset.version ?? '', fields } satisfies Kept));
  } catch {
    // A browser that keeps nothing: what is typed stays on the page.
  }
}

/** Puts back what was typed and not handed in. What was typed before the sheet was handed in last is let go. */
function restore(form: HTMLFormElement, key: string, rules: Rules): void {
  let kept: Kept | null = null;
  try {
    kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    if (kept && kept.version !== form.dataset.version) localStorage.removeItem(key);
  } catch {
    return;
  }
  if (!kept || kept.version !== form.dataset.version) return;
  const shown = fieldsOf(form).map((field) => [field, field.value] as const);
  if (shown.every(([{ name }, value]) => (kept.fields[name] ?? value) === value)) return;
  for (const [field] of shown) field.value = kept.fields[field.name] ?? field.value;
  const note = form.querySelector<HTMLElement>('[data-restored]');
  if (!note) return;
  const drop = document.createElement('button');
  drop.type = 'button';
  drop.className = 'btn btn-sm';
  drop.textContent = rules.drop;
  drop.addEventListener('click', () => {
    localStorage.removeItem(key);
    for (const [field, value] of shown) field.value = value;
    note.hidden = true;
    showTotal(form, rules);
  });
  note.append(`${rules.restored} `, drop);
  note.hidden = false;
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-desk]')) follow(form);
