/**
 * The charts of the overview, drawn by Observable Plot as SVG: their colours are those of the style sheet, so they follow
 * light, dark and paper. This is a bundle of its own, loaded where charts are.
 */

import * as Plot from '@observablehq/plot';
import { REGISTER } from '../../wire/pieces.js';
import { CHARTS } from '../data/pieces.js';
import type { Bar, Charts, Frame, YearPoint } from './types.js';

const FONT = { fontSize: '12px', fontFamily: 'inherit', overflow: 'visible', background: 'none' } as const;
const LINE_HEIGHT = 44;
const MARGIN = { top: 10, right: 16, bottom: 28, left: 48 } as const;

const charts: Charts = {
  /** Bars that lie, each with its name above it and its number behind it. */
  lying: (bars: readonly Bar[], { width, label }: Frame) =>
    Plot.plot({
      width,
      height: bars.length * LINE_HEIGHT + 4,
      marginLeft: 0,
      marginRight: 64,
      marginTop: 0,
      marginBottom: 0,
      ariaLabel: label,
      style: FONT,
      x: { axis: null, domain: [0, Math.max(1, ...bars.map(({ value }) => value))] },
      y: { axis: null, domain: bars.map(({ key }) => key), padding: 0 },
      marks: [
        Plot.barX(bars, {
          x: 'value',
          y: 'key',
          fill: 'color',
          insetTop: 24,
          insetBottom: 8,
          rx: 2,
          href: 'href',
          title: 'title',
        }),
        Plot.text(bars, {
          x: 0,
          y: 'key',
          text: 'name',
          textAnchor: 'start',
          dy: -9,
          fill: 'var(--ink)',
          href: 'href',
        }),
        Plot.text(bars, {
          x: 'value',
          y: 'key',
          text: 'shown',
          textAnchor: 'start',
          dx: 6,
          dy: 8,
          fill: 'var(--soft)',
        }),
      ],
    }),

  /** Bars that stand, in layers, one for each year. */
  standing: (bars: readonly Bar[], { width, label, height = 220 }: Frame) =>
    Plot.plot({
      width,
      height,
      marginTop: MARGIN.top,
      marginRight: MARGIN.right,
      marginBottom: MARGIN.bottom,
      marginLeft: MARGIN.left,
      ariaLabel: label,
      style: FONT,
      x: {
        type: 'band',
        label: null,
        domain: [...new Set(bars.map(({ key }) => key))],
        tickFormat: yearFormat(width, new Set(bars.map(({ key }) => key)).size),
        tickSize: 0,
        padding: 0.35,
      },
      y: { label: null, grid: true, ticks: 5, tickFormat: ticked, tickSize: 0, nice: true },
      marks: [
        Plot.barY(bars, { x: 'key', y: 'value', fill: 'color', href: 'href', title: 'title', order: null }),
        Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      ],
    }),

  /** Layers of outcomes with the applications received as points on a line. */
  applications: (bars: readonly Bar[], points: readonly YearPoint[], { width, label, height = 260 }: Frame) =>
    Plot.plot({
      width,
      height,
      marginTop: MARGIN.top,
      marginRight: MARGIN.right,
      marginBottom: MARGIN.bottom,
      marginLeft: MARGIN.left,
      ariaLabel: label,
      style: FONT,
      x: { type: 'band', label: null, domain: points.map(({ year }) => year), tickSize: 0, padding: 0.35 },
      y: { label: null, grid: true, ticks: 5, tickFormat: ticked, tickSize: 0, nice: true },
      marks: [
        Plot.barY(bars, { x: 'key', y: 'value', fill: 'color', title: 'title', order: null }),
        Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
        Plot.line(points, { x: 'year', y: 'value', stroke: 'var(--ink)', strokeWidth: 1.5 }),
        Plot.dot(points, {
          x: 'year',
          y: 'value',
          r: 4,
          fill: 'var(--card)',
          stroke: 'var(--ink)',
          strokeWidth: 1.5,
          title: 'title',
        }),
      ],
    }),
};

/** `12k`, `1.5M` keep the axis narrow; whole numbers below. */
function ticked(value: number): string {
  if (!Number.isInteger(value)) return '';
  if (value >= 1e6) return `${value / 1e6}M`;
  return value >= 1e4 ? `${value / 1e3}k` : String(value);
}

/** Room that a year in full needs. */
const YEAR_WIDTH = 44;

/** Years in full, or as `’21` where they would run into each other. */
function yearFormat(width: number, years: number): (year: string) => string {
  const isNarrow = (width - MARGIN.left - MARGIN.right) / Math.max(1, years) < YEAR_WIDTH;
  return (year) => (!isNarrow ? year : /^\d{4}$/.test(year) ? `’${year.slice(2)}` : '?');
}

window[REGISTER]?.(CHARTS, charts);
