import type { Turn } from '../things.ts';

/** All activities by name, as workflows see them. Each is safe to repeat: what it does is taken down under an id derived from the obligation. */
export type Activities = {
  next(thing: string, since: number): Promise<Turn>;
  strikeClock(thing: string, clock: string, at: string): Promise<void>;
  stepClock(): Promise<'moving' | 'standing'>;
  draftDocument(key: string): Promise<void>;
  tell(key: string): Promise<void>;
  notify(key: string): Promise<void>;
  distribute(key: string): Promise<void>;
  exchange(key: string): Promise<void>;
  deposit(key: string): Promise<void>;
  preview(key: string): Promise<void>;
  render(key: string): Promise<void>;
  prepareFile(key: string): Promise<void>;
  signFile(key: string): Promise<void>;
  sealFile(key: string): Promise<void>;
  storeEvidence(key: string): Promise<void>;
  timeStampFile(key: string): Promise<void>;
  renewStamp(key: string): Promise<void>;
};
