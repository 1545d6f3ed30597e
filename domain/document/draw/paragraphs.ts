/** What somebody wrote, a line each. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
