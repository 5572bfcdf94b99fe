/** Marks that send the reader to a note below the table, as the inside of a character class. */
export const NOTE_MARKS = '①-⑳*※¹²³⁰⁴-⁹';
