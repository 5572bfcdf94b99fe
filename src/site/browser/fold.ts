/** Text as it is compared in a search: full-width letters as half-width ones, no case, no blanks. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\S\n]+/g, '');
}
