// @ts-check
/** What a browser may fetch before a file is opened, gzip, in kB. */
export const FIRST_LOAD_KB = 260;
