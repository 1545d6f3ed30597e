import type { Kind } from '../command.ts';
import type { ReceiptStatus } from '../document/receipt.ts';
import { assignIncoming } from './commands/assign-incoming.ts';
import { finishIncoming } from './commands/finish-incoming.ts';
import { registerIncoming } from './commands/register-incoming.ts';
import { takeBackIncoming } from './commands/take-back-incoming.ts';
import { takeInHand } from './commands/take-in-hand.ts';
import type { Incoming, IncomingFact } from './facts.ts';
import { incomingId } from './same-marks.ts';

export type { Incoming } from './facts.ts';

const initial: Incoming = {
  ownerId: '',
  number: null,
  arrivedOn: '',
  author: '',
  organId: null,
  symbol: null,
  date: null,
  typeName: '',
  subject: '',
  signer: null,
  dueOn: null,
  files: [],
  exchangeId: null,
  checked: [],
  duplicateOf: null,
  handler: null,
  history: [],
  takenBack: null,
};

function evolve(incoming: Incoming, fact: IncomingFact, at: { today: string; actor: string }): Incoming {
  const said = (status: ReceiptStatus, note: string): Incoming['history'] => [
    ...incoming.history,
    { status, by: at.actor, on: at.today, note },
  ];
  switch (fact.type) {
    case 'incoming-registered': {
      const { type: _, register, ...registered } = fact;
      return { ...incoming, ...registered, number: register.number, history: said('03', '') };
    }
    case 'incoming-assigned':
      return { ...incoming, handler: fact.handler, history: said('04', fact.note) };
    case 'incoming-in-hand':
      return { ...incoming, history: said('05', fact.note) };
    case 'incoming-done':
      return { ...incoming, history: said('06', fact.note) };
    case 'incoming-taken-back':
      return { ...incoming, takenBack: { on: at.today, reason: fact.reason }, history: said('15', fact.reason) };
  }
}

/** A document from outside as the kernel knows it: known to the house that received it. */
export const incomingKind: Kind<Incoming, IncomingFact> = {
  kind: 'incoming',
  initial,
  evolve,
  commands: {
    'register-incoming': registerIncoming,
    'assign-incoming': assignIncoming,
    'take-in-hand': takeInHand,
    'finish-incoming': finishIncoming,
    'take-back-incoming': takeBackIncoming,
  },
  idOf: (input, actor) => incomingId(input, actor),
  relations: (incoming, pack) => ({
    owner: `org:${incoming.ownerId}`,
    ...(incoming.ownerId === pack.organisations.ministry && { agency: `org:${pack.organisations.agency}` }),
  }),
  readers: (incoming, _state, pack) => [
    `org:${incoming.ownerId}`,
    ...(incoming.ownerId === pack.organisations.ministry ? [`org:${pack.organisations.agency}`] : []),
    'role:auditor',
  ],
};
