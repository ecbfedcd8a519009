/** The element that takes the focus when a person asks for the reasons of the selected row. */
export const WHY_PANEL = "why-panel";
