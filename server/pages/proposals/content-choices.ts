import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import type { Language } from '../../http/language.ts';

/** The items of Annex II by their groups, to choose one from. `words`: what is searched in, beside the text. */
export const contentChoices = ({ contents }: RegulationPack, chosen: string, language: Language): object[] =>
  contents.groups.map(({ code, title, items }) => ({
    code,
    title,
    items: items.map((item) => ({
      code: item.code,
      text: item.text,
      kind: contents.kinds.find(({ id }) => id === item.kind)?.title[language] ?? item.kind,
      chosen: item.code === chosen,
    })),
  }));
