/** The id of the field in the bar that searches everything. */
export const SEARCH_FIELD = "buscar-todo";
