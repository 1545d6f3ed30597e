/** Lines of a book on one page, and in one sheet at most. */
export const rowsOfBook = 50;
export const longestBook = 20_000;
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
