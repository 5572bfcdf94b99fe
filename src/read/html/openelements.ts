import {
  AVOIDED,
  BOUNDARY,
  CLOSES_P,
  CLOSES_P_TOO,
  ELEMENT_CLASSES,
  FORMATTING,
  HEADING,
  IN_HEAD,
  RAW,
  SPECIAL,
  STRICT,
  TABLE_FRAME,
  TABLE_PART,
  VOID,
} from './elements.js';

/** What may stand directly in the frame of a table; `th` after an open `td` is closed by browsers only. */
const TABLE_PARENTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    caption: 'table',
    colgroup: 'table',
    col: 'table colgroup',
    thead: 'table',
    tbody: 'table thead tbody',
    tfoot: 'table thead tbody',
    tr: 'table thead tbody tfoot tr td th',
    td: 'tr td th',
    th: 'tr th',
  }).map(([name, parents]) => [name, new Set(parents.split(' '))]),
);

/**
 * The open elements of a page, as long as the standard's parser and htmlparser2 agree on them. Methods return false
 * where the two may part. Implied `html`, `head`, `body`, `tbody` and `colgroup` are left out: they change nothing
 * in what is read.
 */
export class OpenElements {
  private readonly names: string[] = [];
  private readonly classes: number[] = [];
  private top = '';
  private topClasses = 0;
  private paragraphs = 0;
  private selects = 0;
  /** Something of the body has been met; `html`, `head` and `body` tags come before. */
  private begun = false;
  /** The page has come to its end; browsers put what follows back into the body. */
  private ended = false;

  constructor(private readonly standards: boolean) {}

  /** Whether any text may stand here. Elsewhere (between cells, in the head) a browser moves it. */
  get takesText(): boolean {
    return this.begun && !this.ended && (this.topClasses & TABLE_FRAME) === 0;
  }

  /** Meets printed text where `takesText` is false. */
  text(): boolean {
    if (this.begun || this.top === 'head') return false;
    this.begun = true;
    return true;
  }

  has(name: string): boolean {
    return this.names.includes(name);
  }

  /** An open `select` or `head` at the end would swallow content in one of the parsers. */
  mayEnd(): boolean {
    return this.selects === 0 && !this.has('head');
  }

  start(name: string, classes: number): boolean {
    if (this.ended || !this.mayOpen(name, classes)) return false;
    if ((classes & (VOID | RAW)) === 0) this.push(name, classes);
    return true;
  }

  private mayOpen(name: string, classes: number): boolean {
    if (name === 'html') return !this.begun && this.names.length === 0;
    if (name === 'head') return !this.begun && this.inHtml();
    if (name === 'body') return this.openBody();
    if (this.top === 'head') return (classes & IN_HEAD) !== 0;
    if ((classes & IN_HEAD) === 0) this.begun = true;
    if (this.selects > 0) return this.openOption(name);
    if (name === 'option' || name === 'optgroup') return false;
    if (classes === 0) return (this.topClasses & TABLE_FRAME) === 0;
    if ((classes & TABLE_PART) !== 0) return this.openTablePart(name);
    if ((this.topClasses & TABLE_FRAME) !== 0) return name === 'script' || name === 'style';
    if ((classes & STRICT) !== 0 && this.has(name)) return false;
    if (this.top === 'button' && (name === 'input' || name === 'select' || name === 'textarea')) return false;
    if ((classes & this.topClasses & HEADING) !== 0 || !this.openListItem(name)) return false;
    return (classes & CLOSES_P) === 0 || this.closeParagraph(name, classes);
  }

  private openBody(): boolean {
    if (this.begun) return false;
    this.begun = true;
    if (this.top === 'head') this.pop();
    return this.inHtml();
  }

  private inHtml(): boolean {
    return this.names.length === 0 || (this.names.length === 1 && this.top === 'html');
  }

  private openOption(name: string): boolean {
    if (name !== 'option' && name !== 'optgroup') return false;
    if (this.top === 'option') this.pop();
    if (name === 'optgroup' && this.top === 'optgroup') this.pop();
    return true;
  }

  private openTablePart(name: string): boolean {
    const from = this.top;
    if (TABLE_PARENTS.get(name)?.has(from) !== true) return false;
    if (name === 'td' || name === 'th') {
      if (from !== 'tr') this.pop();
      return this.top === 'tr';
    }
    if (name === 'tr') {
      if (from === 'td' || from === 'th') this.pop();
      if (this.top === 'tr') this.pop();
    } else if ((name === 'tbody' || name === 'tfoot') && from !== 'table') this.pop();
    return true;
  }

  /** A list item closes the one before; browsers look further up for it than htmlparser2. */
  private openListItem(name: string): boolean {
    if (name !== 'li' && name !== 'dd' && name !== 'dt') return true;
    const closes = (other: string): boolean =>
      name === 'li' ? other === 'li' : other === 'dd' || other === 'dt';
    if (closes(this.top)) {
      this.pop();
      return true;
    }
    for (let i = this.names.length - 1; i >= 0; i -= 1) {
      const other = this.names[i] ?? '';
      if (closes(other)) return false;
      const passable = other === 'address' || other === 'div' || other === 'p';
      if (!passable && ((this.classes[i] ?? 0) & SPECIAL) !== 0) return true;
    }
    return true;
  }

  private closeParagraph(name: string, classes: number): boolean {
    if (this.paragraphs === 0) return true;
    if (this.top === 'p') {
      if ((classes & CLOSES_P_TOO) === 0 || (name === 'table' && !this.standards)) return false;
      this.pop();
    }
    for (let i = this.names.length - 1; i >= 0; i -= 1) {
      if (this.names[i] === 'p') return false;
      if (((this.classes[i] ?? 0) & BOUNDARY) !== 0) return true;
    }
    return true;
  }

  end(name: string): boolean {
    if (name === 'body' || name === 'html') this.ended = true;
    else if (name === this.top) {
      this.pop();
      return true;
    }
    const index = this.names.lastIndexOf(name);
    const classes = ELEMENT_CLASSES.get(name) ?? 0;
    if (index < 0) return this.ignorable(classes);
    if (!this.mayClose(name, classes, index)) return false;
    while (this.names.length > index) this.pop();
    return true;
  }

  /** An end tag without its start: both parsers pass over it, but for a few. */
  private ignorable(classes: number): boolean {
    if ((classes & (AVOIDED | RAW | HEADING)) !== 0) return false;
    if ((classes & TABLE_PART) !== 0) return this.top === 'table' || !this.has('table');
    return (this.topClasses & TABLE_FRAME) === 0 && this.top !== 'head' && this.selects === 0;
  }

  /** Whether an end tag closes the same elements in both parsers: those above `index` and its own. */
  private mayClose(name: string, classes: number, index: number): boolean {
    if ((classes & STRICT) !== 0 && (classes & FORMATTING) === 0) return false;
    const special = (classes & SPECIAL) !== 0 && name !== 'p';
    const ofTable = (classes & TABLE_PART) !== 0 || name === 'table';
    let inCell = name === 'td' || name === 'th' || name === 'caption';
    for (let i = index + 1; i < this.names.length; i += 1) {
      const other = this.names[i] ?? '';
      const others = this.classes[i] ?? 0;
      if (other === 'table' || (others & STRICT) !== 0) return false;
      if ((others & FORMATTING) !== 0 && !(ofTable && inCell)) return false;
      if ((others & SPECIAL) !== 0 && !special) return false;
      if ((others & BOUNDARY) !== 0 && !ofTable) return false;
      if (name === 'li' && (other === 'ul' || other === 'ol')) return false;
      if (other === 'td' || other === 'th' || other === 'caption') inCell = true;
    }
    return true;
  }

  private push(name: string, classes: number): void {
    this.names.push(name);
    this.classes.push(classes);
    this.top = name;
    this.topClasses = classes;
    if (name === 'p') this.paragraphs += 1;
    else if (name === 'select') this.selects += 1;
  }

  private pop(): void {
    const name = this.names.pop();
    this.classes.pop();
    const last = this.names.length - 1;
    this.top = this.names[last] ?? '';
    this.topClasses = this.classes[last] ?? 0;
    if (name === 'p') this.paragraphs -= 1;
    else if (name === 'select') this.selects -= 1;
  }
}
