/** Id of the field for a note on the selected row, or of the button that opens it, for the key that leads there. */
export const NOTE_FIELD = "note-on-row";
