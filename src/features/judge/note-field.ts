/** Id of the field for a note on the selected row, for the key that leads to it. */
export const NOTE_FIELD = "note-on-row";
