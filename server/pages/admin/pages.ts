import type { Page } from '../page.ts';
import { auditPages } from './audit.ts';
import { delegationsPages } from './delegations.ts';
import { lettersPages } from './letters.ts';
import { organisationPages } from './organisation.ts';
import { organisationFormPages } from './organisation-forms.ts';
import { organisationsPages } from './organisations.ts';
import { overviewPages } from './overview.ts';
import { personPages } from './person.ts';
import { personFormPages } from './person-forms.ts';
import { personsPages } from './persons.ts';
import { rehearsalClockPages } from './rehearsal-clock.ts';
import { roundsOverviewPages } from './rounds.ts';
import { servicesPages } from './services.ts';

/** Organisations, persons and all that keeps the system going: for administrators, and to be read by auditors. */
export const adminPages: Page[] = [
  ...overviewPages,
  ...organisationsPages,
  ...organisationFormPages,
  ...organisationPages,
  ...personsPages,
  ...personFormPages,
  ...personPages,
  ...delegationsPages,
  ...roundsOverviewPages,
  ...rehearsalClockPages,
  ...auditPages,
  ...servicesPages,
  ...lettersPages,
];
