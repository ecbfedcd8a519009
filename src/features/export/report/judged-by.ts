/** How much recall counts in F-beta, and of how many rows the hits are told, in a report. */
export const BETA = 2;
export const FIRST_ROWS = 25;
