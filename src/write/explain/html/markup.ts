/** HTML that is escaped by construction: whatever is put into a template is text unless it is markup already. */

/** Finished HTML. Only {@link html} makes it from texts. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

type Part = Markup | string | number | readonly (Markup | string)[];

/** `` html`<td>${text}</td>` ``: texts and numbers are escaped, for content and for quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? '';
  for (const [at, part] of parts.entries()) text += render(part) + (strings[at + 1] ?? '');
  return new Markup(text);
}

export const NOTHING = new Markup('');

/** The markup, or nothing. */
export function when(wanted: boolean, markup: () => Markup): Markup {
  return wanted ? markup() : NOTHING;
}

function render(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  return part.map(render).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

function escapeText(text: string): string {
  return text.replace(UNPRINTABLE, '\ufffd').replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
