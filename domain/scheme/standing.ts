/** A scheme as its round and its council look at it: where it stands, and what makes a council look at it again. */
export type Standing = {
  schemeId: string;
  state: string;
  /** The council that has it before it, or had. */
  councilId: string | null;
  /** Whether a change of it waits for a council's word. */
  changed: boolean;
};
