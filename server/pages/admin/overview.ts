import { pageText } from '../../../templates/page-texts.ts';
import { type Page, page } from '../page.ts';
import { assertSees } from './access.ts';
import { sections, sectionTitle } from './crumbs.ts';

/** Where everything is that keeps the system going, and is of no scheme. */
const show = page({
  path: '/admin',
  input: {},
  async run({ caller, language }) {
    assertSees(caller);
    const title = pageText('admin.title', language);
    return {
      view: 'admin/overview',
      title,
      nav: 'admin',
      model: {
        sections: sections.map((section) => ({
          href: `/admin/${section}`,
          title: sectionTitle(section, language),
          what: pageText(`admin.${section}.what`, language),
        })),
      },
    };
  },
});

export const overviewPages: Page[] = [show];
