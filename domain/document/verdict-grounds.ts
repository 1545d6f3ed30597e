/** What a verdict on an issued document rests on: what is looked at, each with its own place in the law (`verdict.ground` of a pack). */
export const verdictGrounds = [
  'register',
  'exact-bytes',
  'readable',
  'required-signature',
  'no-strangers',
  'integrity',
  'certificate',
  'revocation',
  'time',
  'certification',
  'permitted-changes',
  'whole-file',
  'attached-original',
  'status',
] as const;
