/** A chart with its legend, and its figures as a table for whoever cannot see it. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CHARTS, loadPiece } from '../data/pieces.js';
import { useWords } from '../i18n/index.js';
import { ScrollBox } from '../ui/scroll-box.js';
import type { Charts, Frame } from './types.js';

export interface LegendEntry {
  readonly name: string;
  readonly color: string;
  /** A line with points instead of a field of colour. */
  readonly isLine?: boolean;
}

interface FigureProps {
  readonly title: string;
  readonly note?: string;
  readonly legend?: readonly LegendEntry[];
  readonly isEmpty: boolean;
  readonly emptyText: string;
  readonly draw: (charts: Charts, frame: Frame) => SVGSVGElement | HTMLElement;
  /** The same figures as a table. */
  readonly children: ComponentChildren;
}

export function ChartFigure({ title, note, legend = [], isEmpty, emptyText, draw, children }: FigureProps) {
  const words = useWords();
  if (isEmpty) {
    return (
      <section class="card">
        <h2>{title}</h2>
        <p class="empty">{emptyText}</p>
      </section>
    );
  }
  return (
    <section class="card">
      <h2>{title}</h2>
      {note !== undefined && <p class="faint small">{note}</p>}
      {legend.length > 0 && (
        <ul class="legend">
          {legend.map(({ name, color, isLine }) => (
            <li key={name}>
              <span
                class={isLine ? 'swatch line' : 'swatch'}
                style={isLine ? {} : { background: color }}
                aria-hidden="true"
              />
              {name}
            </li>
          ))}
        </ul>
      )}
      <Drawing title={title} draw={draw} />
      <details class="as-table">
        <summary>{words.asTable}</summary>
        <ScrollBox label={title}>{children}</ScrollBox>
      </details>
    </section>
  );
}

/** Before the box has been measured, as in print. */
const USUAL_WIDTH = 520;

function Drawing({ title, draw }: Pick<FigureProps, 'title' | 'draw'>) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  useEffect(() => {
    let isCurrent = true;
    loadPiece<Charts>(CHARTS).then(
      (charts) => isCurrent && box.current?.replaceChildren(named(draw(charts, { width, label: title }))),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [draw, title, width]);
  return <div class="drawing" ref={box} />;
}

/** Plot names each of its groups after its kind, which says nothing: the drawing keeps its title, its bars their links. */
function named(drawing: SVGSVGElement | HTMLElement): SVGSVGElement | HTMLElement {
  for (const group of drawing.querySelectorAll('g[aria-label]')) {
    if (group.getAttribute('aria-label') === 'y-grid') group.classList.add('lines');
    group.removeAttribute('aria-label');
  }
  drawing.setAttribute('role', 'group');
  return drawing;
}

function useWidth(box: { readonly current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(USUAL_WIDTH);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.max(240, Math.floor(element.clientWidth))));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
