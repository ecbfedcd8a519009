/** Where there are no quotes there is no doubt about them. */
export const NO_DOUBT = { oddRows: 0, oddLine: 0, plainRows: 0, quotedRows: 0, longCells: 0, longLine: 0 };
