/** Commands whose form stands on a member's desk, and on the board of the meeting. */
export const atDesk = ['declare-interest', 'submit-score-sheet', 'submit-written-view', 'cast-ballot', 'record-dissent'];
export const atBoard = ['record-attendance', 'open-item', 'open-ballot', 'close-ballot', 'adjourn-item', 'adopt-minutes', 'close-session'];
