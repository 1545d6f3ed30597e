import type { z } from 'zod';
import { isRefusal, type OrganisationView } from '../../command.ts';
import { documentRule, legalBases } from '../../regulation/legal-bases.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import { authorityOf } from '../authority/authority.ts';
import { reaches } from '../authority/delegation.ts';
import type { Header } from '../authority/header.ts';
import { arranged, authorityBasis } from '../bases/arranged.ts';
import type { Frame, SignerFrame } from '../compose/frame.ts';
import type { DocumentType } from '../model.ts';
import { symbolOf } from '../numbering.ts';
import type { DrawContext, Holder } from './drawn.ts';
import { headOf, headTitle, holderOf } from './offices.ts';
import { type Person, signing } from './signatories.ts';
import { headerOfKind, signerFrame } from './signer.ts';

export type FrameInput = z.input<typeof Frame>;
/** A frame, and who signs in it: the person whose name stands in the signer's box, null where nobody holds the office. */
export type Framed = FrameInput & { signedBy: Person | null };
/** What a type of document puts into its frame besides what follows from issuer and pack. */
export type Framing = {
  issuer: OrganisationView;
  /** The unit whose holder signs, where it is not the issuer. */
  unit?: OrganisationView;
  role?: string;
  signer?: SignerFrame;
  /** Receivers without the last line ("Lưu: VT, …"), which names the unit that keeps the papers. */
  recipients?: string[];
  keeper?: OrganisationView;
  /** After the legal bases: other decisions, minutes, at whose proposal. */
  moreBases?: string[];
  /** Which of the obligation's documents it is, from 0. */
  nth?: number;
  changes?: Partial<FrameInput>;
};

/** The programme's name in a sentence, without the years that its plan is for. */
export const programmeName = ({ title }: Pick<RegulationPack, 'title'>): string => title.vi.replace(/ giai đoạn .*$/u, '');

/** Issuer, signer, symbol, bases and recipients of a document of this type, as the pack and the offices have them on the day. */
export function frameOf(context: DrawContext, type: DocumentType, framing: Framing): Framed {
  const { pack, today, sample, rehearsal, publicUrl } = context;
  const { issuer, keeper = issuer, unit = issuer } = framing;
  const rule = documentRule(pack, type);
  const code = context.code(framing.nth ?? 0);
  const holder = holderOf(context, framing.role ?? rule.signerRole, unit.id, context.fact.actor);
  const symbol = rule.pattern === null ? null : symbolOf(rule.pattern, issuer.code ?? undefined);
  const header = issuer.kind === 'province' ? (rule.header ?? 'collective') : headerOfKind(issuer);
  const delegate = holder ? null : delegateOf(context, type, issuer, header);
  const signer = framing.signer ?? delegate?.frame ?? signerFrame(pack, today, holder, issuer, unit, header);
  const written = authorityBasis(signer.authority, headOf(issuer));
  return {
    ...headingOf(issuer),
    ...(header === 'chairman' && chairmansHeading(issuer)),
    ...(header !== 'collective' && { authorityName: headOf(issuer) }),
    place: issuer.place,
    ...(symbol !== null && { symbol }),
    signer,
    recipients: framing.recipients ? [...framing.recipients, kept(keeper, rule.keptCopies)] : [],
    bases: arranged(legalBases(pack, type, today), [...(framing.moreBases ?? []), ...(written === null ? [] : [written])]),
    programme: programmeName(pack),
    sample,
    rehearsal: rehearsal !== null,
    code,
    verifyUrl: `${publicUrl}/verify/${code}`,
    signedBy: signing(context, holder ?? delegate?.person),
    ...framing.changes,
  };
}

/** Where nobody holds the office: whoever acts as head or signs by a written authority for this type on the day, in that capacity. */
function delegateOf(
  { pack, today, organisations, holders, delegations = [] }: DrawContext,
  type: DocumentType,
  issuer: OrganisationView,
  header: Header,
): { frame: SignerFrame; person: Holder } | null {
  const everybody = Object.entries(holders).flatMap(([role, those]) => those.map((one) => ({ ...one, role })));
  for (const person of everybody) {
    const { id, name } = person;
    const positions = everybody.filter((one) => one.id === id);
    if (!delegations.some((one) => one.organisationId === issuer.id && one.types.includes(type) && reaches(one, { id, positions })))
      continue;
    const signer = { id, name, positions };
    const question = { pack, on: today, type, signerRole: '', header, issuer, organisations, signer, delegations };
    const frame = authorityOf(question);
    if (!isRefusal(frame)) return { frame, person };
  }
  return null;
}

/** "Lưu: VT, TMĐT (03b)": the clerk's office keeps a copy, the unit that drew it up the others. */
function kept({ code, shortName }: Pick<OrganisationView, 'code' | 'shortName'>, copies: number | undefined): string {
  return `Lưu: VT, ${code ?? shortName}${copies === undefined ? '' : ` (${String(copies).padStart(2, '0')}b)`}`;
}

/** Who stands over the document: `parent` the body above, both broken into lines as they are printed. */
export function headingOf({
  heading,
  name,
}: Pick<OrganisationView, 'heading' | 'name'>): Pick<FrameInput, 'parent' | 'issuer' | 'issuerName'> {
  const own = heading.at(-1) ?? name.toLocaleUpperCase('vi');
  return { parent: heading.slice(0, -1).flatMap(brokenName), issuer: brokenName(own), issuerName: name };
}

/** A people's committee's chairman as the issuer: "CHỦ TỊCH ỦY BAN NHÂN DÂN / TỈNH BÌNH ĐỊNH". */
function chairmansHeading({ name, heading }: Pick<OrganisationView, 'name' | 'heading'>): Pick<FrameInput, 'issuer' | 'issuerName'> {
  const [body = name.toLocaleUpperCase('vi'), ...area] = brokenName(heading.at(-1) ?? name.toLocaleUpperCase('vi'));
  return { issuer: [`${headTitle({ name }).toLocaleUpperCase('vi')} ${body}`, ...area], issuerName: headOf({ name }) };
}

const lineLength = 32;
/** A name in capitals, broken where an official would: before the province, before "VÀ", else near the middle. */
export function brokenName(name: string): string[] {
  const committee = /^(ỦY BAN NHÂN DÂN) (.+)$/u.exec(name);
  if (committee) return committee.slice(1);
  if (name.length <= lineLength) return [name];
  const places = [...name.matchAll(/ /gu)].map(({ index }) => index);
  const middle = name.length / 2;
  const weight = (at: number) => Math.abs(at - middle) - (name.startsWith(' VÀ ', at) ? lineLength / 2 : 0);
  const best = places.toSorted((a, b) => weight(a) - weight(b))[0];
  return best === undefined ? [name] : [name.slice(0, best), name.slice(best + 1)];
}
