/** Stands between two tags where several are written in one cell. */
export const BETWEEN_TAGS = "; ";
