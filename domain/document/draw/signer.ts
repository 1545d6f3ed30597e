import type { OrganisationView } from '../../command.ts';
import { lawValue } from '../../regulation/law-value.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import type { DelegationKind } from '../authority/delegation.ts';
import { type Header, plainName } from '../authority/header.ts';
import type { SignerFrame } from '../compose/frame.ts';
import type { Holder } from './drawn.ts';
import { headTitle, isDeputy } from './offices.ts';

const upper = (text: string): string => text.toLocaleUpperCase('vi');
/** The office that a deputy stands in for: "Phó Cục trưởng" → "Cục trưởng". */
const headOfDeputy = (title: string): string => (title === 'Thứ trưởng' ? 'Bộ trưởng' : upperFirst(title.replace(/^Phó /u, '')));
const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
/** What an acting head is called: "Cục trưởng" → "Quyền Cục trưởng". */
export const actingTitle = (title: string): string => `Quyền ${title}`;

/** A name still to be put in: nobody holds the office yet. */
const openName = '…';

type Issuer = Pick<OrganisationView, 'id' | 'name' | 'kind'>;
type Unit = Pick<OrganisationView, 'id' | 'name'>;

type Authority = 'tm' | 'kt' | 'tl' | 'tuq' | 'q';
const prefixOf = (pack: RegulationPack, on: string, authority: Authority): string =>
  lawValue(pack, 'signing.authority', { on, authority }).value.prefix;

/** A people's committee is headed by its own name unless the document says that its chairman issues it. */
export const headerOfKind = ({ kind }: Pick<OrganisationView, 'kind'>): Header => (kind === 'province' ? 'collective' : 'head');

/**
 * In what capacity somebody signs for an issuer by their office (Decree 30/2020/NĐ-CP, Article 13 and Annex I, II.7): a collective body by TM.,
 * a deputy by KT., the head of a unit for the head of the body above it by TL., an acting head by Q. `{ capacity: ['KT. BỘ TRƯỞNG'], title:
 * 'THỨ TRƯỞNG' }`.
 */
export function signerFrame(
  pack: RegulationPack,
  on: string,
  holder: Pick<Holder, 'title' | 'name'> | undefined,
  issuer: Issuer,
  unit: Unit = issuer,
  header: Header = headerOfKind(issuer),
): SignerFrame {
  const prefix = (authority: Authority): string => prefixOf(pack, on, authority);
  const title = holder?.title ?? headTitle(unit);
  const byOrder = unit.id !== issuer.id;
  const own = byOrder ? ` ${upper(unit.name)}` : '';
  const capacity = byOrder ? [`${prefix('tl')} ${upper(headTitle(issuer))}`] : onBehalf(pack, on, header);
  const kinds: NonNullable<SignerFrame['authority']>['kinds'] = byOrder ? ['tl'] : header === 'collective' ? ['tm'] : [];
  const name = holder === undefined ? openName : plainName(holder.name);
  if (isDeputy(title)) {
    const instead = `${prefix('kt')} ${upper(headOfDeputy(title))}${own}`;
    return { capacity: [...capacity, instead], title: upper(title), name, authority: { kinds: [...kinds, 'kt'] } };
  }
  const acting = /^Quyền /u.test(title);
  const shown = acting ? `${prefix('q')} ${upper(title.replace(/^Quyền /u, ''))}` : upper(title);
  const all = acting ? [...kinds, 'q' as const] : kinds;
  return { capacity, title: `${shown}${own}`, name, authority: { kinds: all.length === 0 ? ['head'] : all } };
}

const onBehalf = (pack: RegulationPack, on: string, header: Header): string[] =>
  header === 'collective' ? [`${prefixOf(pack, on, 'tm')} ỦY BAN NHÂN DÂN`] : [];

type Delegate = { pack: RegulationPack; on: string; issuer: Issuer; header: Header; name: string; title: string; unit: Unit };
type Signs = SignerFrame & { authority: NonNullable<SignerFrame['authority']> };

/** In what capacity somebody signs by a written authority of each kind: "TUQ. BỘ TRƯỞNG / CỤC TRƯỞNG CỤC …", "KT. CỤC TRƯỞNG", "Q. CỤC TRƯỞNG". */
export const byAuthority: Record<DelegationKind, (delegate: Delegate) => Signs> = {
  tuq({ pack, on, issuer, name, title, unit }) {
    const own = unit.id === issuer.id ? '' : ` ${upper(unit.name)}`;
    const capacity = [`${prefixOf(pack, on, 'tuq')} ${upper(headTitle(issuer))}`];
    return { capacity, title: `${upper(title)}${own}`, name: plainName(name), authority: { kinds: ['tuq'] } };
  },
  kt({ pack, on, issuer, header, name, title }) {
    const instead = `${prefixOf(pack, on, 'kt')} ${upper(headTitle(issuer))}`;
    const kinds = header === 'collective' ? (['tm', 'kt'] as const) : (['kt'] as const);
    return {
      capacity: [...onBehalf(pack, on, header), instead],
      title: upper(title),
      name: plainName(name),
      authority: { kinds: [...kinds] },
    };
  },
  q({ pack, on, issuer, header, name }) {
    const kinds = header === 'collective' ? (['tm', 'q'] as const) : (['q'] as const);
    const title = `${prefixOf(pack, on, 'q')} ${upper(headTitle(issuer))}`;
    return { capacity: onBehalf(pack, on, header), title, name: plainName(name), authority: { kinds: [...kinds] } };
  },
};
