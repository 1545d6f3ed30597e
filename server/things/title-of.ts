/** What a thing is called, whatever its kind; a paper from outside by its type, symbol and subject. */
export function titleOf(data: Record<string, unknown>, id: string): string {
  const { proposal, title, name, typeName, symbol, subject } = data as {
    proposal?: { title?: string };
    title?: string;
    name?: string;
    typeName?: string;
    symbol?: string | null;
    subject?: string;
  };
  const paper = subject && [typeName, symbol].filter(Boolean).join(' ');
  return proposal?.title || title || name || (paper ? `${paper}: ${subject}` : id);
}
