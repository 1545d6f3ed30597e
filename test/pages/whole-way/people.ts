import type { Site, Visitor } from '../site.ts';

/** The persons of a way, each at a browser of their own that stays open. */
export type People = {
  /** Somebody, at the page where they were last. */
  as(person: string): Promise<Visitor>;
  /** Somebody who goes to their inbox and presses what waits there; `action` and the title of the thing as the row says them. */
  fromInbox(person: string, action: string, title: string): Promise<Visitor>;
  leave(): Promise<void>;
};

export function peopleOf(site: Site): People {
  const here = new Map<string, Promise<Visitor>>();
  const as = (person: string): Promise<Visitor> => {
    const visitor = here.get(person) ?? site.visitor(person);
    here.set(person, visitor);
    return visitor;
  };
  return {
    as,
    async fromInbox(person, action, title) {
      const visitor = await as(person);
      await visitor.open('/');
      await visitor.press(`${action}: ${title}`);
      return visitor;
    },
    async leave() {
      for (const visitor of here.values()) await (await visitor).leave();
      here.clear();
    },
  };
}

/** Fills fields by what they are called. */
export async function fillAll(visitor: Visitor, values: Record<string, string | boolean>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await visitor.fill(label, value);
}

/** Presses what changes the page where one stands, without leaving it: a button that adds a row, the head of a part that unfolds. */
export async function pressHere(visitor: Visitor, name: string): Promise<void> {
  await visitor.page.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>('main button, main summary')];
    const found = all.find((one) => one.innerText.trim() === wanted);
    if (!found) throw new Error(`There is no “${wanted}” to press.`);
    found.click();
  }, name);
}
