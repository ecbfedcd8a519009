/** More different values than this are no labels. */
export const MAX_LABEL_VALUES = 50;
