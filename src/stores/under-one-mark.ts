/** How many takes are looked at under one mark; see `similar` of the port. */
export const underOneMark = 24;
