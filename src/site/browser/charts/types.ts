/** What the page asks the charts' bundle for. */

export interface Bar {
  /** Place on the axis. */
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The number as text. */
  readonly shown: string;
  /** A custom property of the style sheet. */
  readonly color: string;
  /** What a pointer that rests on it is told. */
  readonly title: string;
  /** View of the page that lists what the bar counts. */
  readonly href?: string;
}

export interface YearPoint {
  readonly year: string;
  readonly value: number;
  readonly title: string;
}

export interface Frame {
  readonly width: number;
  readonly height?: number;
  /** Name of the chart for screen readers. */
  readonly label: string;
}

type Drawing = SVGSVGElement | HTMLElement;

export interface Charts {
  readonly lying: (bars: readonly Bar[], frame: Frame) => Drawing;
  readonly standing: (bars: readonly Bar[], frame: Frame) => Drawing;
  readonly applications: (bars: readonly Bar[], points: readonly YearPoint[], frame: Frame) => Drawing;
}
