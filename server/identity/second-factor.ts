import { Secret, TOTP } from 'otpauth';
import type { Reader } from '../../prisma/client.ts';
import { newRecoveryCodes, recoveryHashOf } from './recovery-codes.ts';
import type { Sealing } from './server-secret.ts';

/** Codes of six digits for 30 seconds by SHA-1 (RFC 6238): what every authenticator app knows. */
const periodSeconds = 30;
/** A telephone's clock may be off by one step. */
const window = 1;
const purpose = 'second-factor';
const issuer = 'de-an';

type Kept = { reader: Reader; sealing: Sealing };
export type SecondFactorState = 'off' | 'begun' | 'on';
/** What a person gives to their app: as a link for a QR code, and to be typed. */
export type Enrolment = { link: string; secret: string };

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: periodSeconds, secret: Secret.fromBase32(secret) });

export async function secondFactorOf(
  personId: string,
  { reader }: Pick<Kept, 'reader'>,
): Promise<{ state: SecondFactorState; codesLeft: number }> {
  const found = await reader.secondFactor.findUnique({ where: { personId }, select: { confirmedAt: true, recoveryCodes: true } });
  return { state: found ? (found.confirmedAt ? 'on' : 'begun') : 'off', codesLeft: found?.recoveryCodes.length ?? 0 };
}

/** Makes a secret that asks for nothing until it is confirmed; an earlier one that was not confirmed is forgotten. */
export async function beginSecondFactor(personId: string, { reader, sealing }: Kept): Promise<void> {
  const secret = sealing.seal(new Secret({ size: 20 }).base32, purpose, personId);
  await reader.secondFactor.deleteMany({ where: { personId, confirmedAt: null } });
  await reader.secondFactor.createMany({ data: [{ personId, secret, recoveryCodes: [] }], skipDuplicates: true });
}

/** The secret that waits to be confirmed, for its owner's app. Null where none was begun. */
export async function enrolmentOf(personId: string, email: string, { reader, sealing }: Kept): Promise<Enrolment | null> {
  const found = await reader.secondFactor.findUnique({ where: { personId } });
  const secret = found && !found.confirmedAt ? sealing.open(found.secret, purpose, personId) : null;
  return secret === null ? null : { link: totpOf(secret, email).toString(), secret: secret.replace(/(.{4})(?=.)/g, '$1 ') };
}

/** The first code from the app turns the second factor on. The recovery codes are told this once. Null for a wrong code. */
export async function confirmSecondFactor(personId: string, code: string, { reader, sealing }: Kept): Promise<string[] | null> {
  const found = await reader.secondFactor.findUnique({ where: { personId } });
  const step = found && !found.confirmedAt ? stepOf(found.secret, personId, code, sealing) : null;
  if (step === null) return null;
  const codes = newRecoveryCodes();
  const { count } = await reader.secondFactor.updateMany({
    where: { personId, confirmedAt: null },
    data: { confirmedAt: new Date(), lastStep: step, recoveryCodes: codes.map(recoveryHashOf) },
  });
  return count === 1 ? codes : null;
}

/** Takes a code at sign-in, from the app or a recovery code; each is good once. */
export async function takeCode(personId: string, code: string, { reader, sealing }: Kept): Promise<boolean> {
  const found = await reader.secondFactor.findUnique({ where: { personId } });
  if (!found?.confirmedAt) return false;
  const step = stepOf(found.secret, personId, code, sealing);
  if (step !== null) {
    const taken = await reader.secondFactor.updateMany({ where: { personId, lastStep: { lt: step } }, data: { lastStep: step } });
    return taken.count === 1;
  }
  const hash = recoveryHashOf(code);
  const used = await reader.$executeRaw`
    UPDATE second_factor SET recovery_codes = array_remove(recovery_codes, ${hash}) WHERE person_id = ${personId} AND ${hash} = ANY(recovery_codes)`;
  return used === 1;
}

export async function endSecondFactor(personId: string, { reader }: Pick<Kept, 'reader'>): Promise<void> {
  await reader.secondFactor.deleteMany({ where: { personId } });
}

/** Of which step of real time a code is; null where it is of none near now. */
function stepOf(sealed: string, personId: string, code: string, sealing: Sealing): bigint | null {
  const secret = sealing.open(sealed, purpose, personId);
  const token = code.replace(/\s/g, '');
  if (secret === null || !/^\d{6}$/.test(token)) return null;
  const now = Date.now();
  const delta = totpOf(secret).validate({ token, timestamp: now, window });
  return delta === null ? null : BigInt(Math.floor(now / 1000 / periodSeconds) + delta);
}
