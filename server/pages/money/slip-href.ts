/** Where a treasury slip is shown: a number is used once in a year. */
export const slipHref = ({ number, date }: { number: string; date: string }): string =>
  `/money/slips/${date.slice(0, 4)}/${encodeURIComponent(number)}`;
