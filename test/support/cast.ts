/** Who acts for a scheme on its route, by the names of the sample persons. */
export type Cast = {
  route: 'central' | 'local';
  drafter: string;
  head: string;
  officer: string;
  officerHead: string;
  /** Who takes the file in and appraises the estimate. */
  intake: string;
  finance: string;
  financeHead: string;
  clerk: string;
  checker: string;
  approver: string;
  signer: string;
  /** The province that gives its opinion first, if the host is not central. */
  province: { officer: string; head: string } | null;
};

const ministry = {
  route: 'central',
  officer: 'agency-officer',
  officerHead: 'agency-head',
  intake: 'agency-officer',
  finance: 'finance-officer',
  financeHead: 'finance-head',
  clerk: 'clerk',
  checker: 'format-checker',
  approver: 'agency-head',
  signer: 'signer',
} as const;

export const vecom: Cast = { ...ministry, drafter: 'host-drafter.vecom', head: 'host-head.vecom', province: null };
export const binhDinh: Cast = {
  ...ministry,
  drafter: 'host-drafter.binh-dinh',
  head: 'host-head.binh-dinh',
  province: { officer: 'province-officer.binh-dinh', head: 'province-head.binh-dinh' },
};
/** Bình Định's own money. */
export const binhDinhLocal: Cast = {
  route: 'local',
  drafter: 'host-drafter.binh-dinh',
  head: 'host-head.binh-dinh',
  officer: 'province-officer.binh-dinh',
  officerHead: 'province-head.binh-dinh',
  intake: 'local-finance.binh-dinh',
  finance: 'local-finance.binh-dinh',
  financeHead: 'province-head.binh-dinh',
  clerk: 'clerk.binh-dinh',
  checker: 'format-checker.binh-dinh',
  approver: 'local-finance.binh-dinh',
  signer: 'province-head.binh-dinh',
  province: null,
};
