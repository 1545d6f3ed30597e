/** What the two sides agree on, word for word. Sums in đồng. */
export type ContractTerms = {
  number: string;
  date: string;
  sumDong: number;
  startsOn: string;
  endsOn: string;
  milestones: { name: string; due: string; amountDong: number }[];
};

/** The terms in which two contracts differ; none if both sides mean the same. */
export function termsThatDiffer(a: ContractTerms, b: ContractTerms): (keyof ContractTerms)[] {
  const plain = (['number', 'date', 'sumDong', 'startsOn', 'endsOn'] as const).filter((term) => a[term] !== b[term]);
  return sameMilestones(a, b) ? plain : [...plain, 'milestones'];
}

function sameMilestones({ milestones: a }: ContractTerms, { milestones: b }: ContractTerms): boolean {
  return (
    a.length === b.length &&
    a.every(({ name, due, amountDong }, index) => {
      const other = b[index];
      return name === other?.name && due === other.due && amountDong === other.amountDong;
    })
  );
}
