/** The parts of mammoth's document model that are read here. */
export interface MammothNode {
  readonly type: string;
  readonly children?: readonly MammothNode[];
  readonly value?: string;
  readonly styleName?: string | null;
  readonly colSpan?: number;
  readonly breakType?: string;
  readonly isStrikethrough?: boolean;
  readonly verticalAlignment?: string;
  readonly checked?: boolean;
  /** Bytes of a picture. */
  readonly readAsBuffer?: () => Promise<Buffer>;
}
