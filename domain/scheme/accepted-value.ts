import type { Dong } from '../money/dong.ts';
import { contractDong } from './requests.ts';
import type { Scheme } from './state.ts';

/** Volumes are compared to a millionth of their unit. */
const precision = 1_000_000;
const exactly = (volume: number): bigint => BigInt(Math.round(volume * precision));

/**
 * What the accepted work is worth, đồng: each planned output carries an equal part of the contract's state money (what cannot be divided
 * goes to the first ones), and of its part as much as was accepted of its volume, rounded down. Everything accepted is the whole contract,
 * never more. A rule of our own until the programme's regulation is known: no text names another.
 */
export function acceptedValueDong(scheme: Scheme): Dong {
  const whole = contractDong(scheme);
  const { outputs } = scheme.proposal;
  return outputs.reduce((value, { volume: planned }, index) => {
    const part = Math.floor(whole / outputs.length) + (index < whole % outputs.length ? 1 : 0);
    const accepted = scheme.acceptance.accepted.find(({ output }) => output === index + 1);
    if (!accepted) return value;
    if (accepted.outcome === 'accepted' || accepted.volume >= planned) return value + part;
    return value + Number((BigInt(part) * exactly(accepted.volume)) / (exactly(planned) || 1n));
  }, 0);
}
