import { INPUTS } from '../../src/read/scan/digits/features.js';
import { CLASSES, forward, type Net } from '../../src/read/scan/digits/net.js';
import { STRUCK, WHOLE } from '../../src/read/scan/digits/strokes.js';
import type { Random } from '../compose/random.js';
import type { Sample } from './sheet.js';

/** Trains a net by gradient descent, one sample after the other, the rate falling. */
export function train(
  samples: readonly Sample[],
  classes: number,
  hidden: number,
  rounds: number,
  random: Random,
  say: (text: string) => void,
): Net {
  const initial = (count: number, inputs: number): Float64Array =>
    Float64Array.from({ length: count }, () => ((random.int(-1000, 1000) / 1000) * 1.6) / Math.sqrt(inputs));
  const net: Net = {
    hidden,
    first: initial(hidden * (INPUTS + 1), INPUTS),
    second: initial(classes * (hidden + 1), hidden),
  };
  for (let round = 0; round < rounds; round++) {
    const rate = 0.03 * (1 - round / rounds) ** 1.5 + 0.0005;
    let loss = 0;
    for (const one of random.shuffle(samples)) loss += learn(net, one, rate);
    say(`round ${round + 1}: loss ${(loss / samples.length).toFixed(4)}`);
  }
  return net;
}

/** One step of gradient descent on one sample. */
function learn(net: Net, { inputs, target }: Sample, rate: number): number {
  const { hidden: units, first, second } = net;
  const { hidden, outputs } = forward(net, inputs);
  const back = new Float64Array(units);
  const row = units + 1;
  outputs.forEach((probability, o) => {
    const error = probability - (o === target ? 1 : 0);
    if (Math.abs(error) < 1e-3) return;
    for (let h = 0; h < units; h++) {
      back[h] = (back[h] ?? 0) + error * (second[o * row + h] ?? 0);
      second[o * row + h] = (second[o * row + h] ?? 0) - rate * error * (hidden[h] ?? 0);
    }
    second[o * row + units] = (second[o * row + units] ?? 0) - rate * error;
  });
  const width = INPUTS + 1;
  for (let h = 0; h < units; h++) {
    const error = (hidden[h] ?? 0) > 0 ? (back[h] ?? 0) : 0;
    if (error === 0) continue;
    for (let i = 0; i < INPUTS; i++)
      first[h * width + i] = (first[h * width + i] ?? 0) - rate * error * (inputs[i] ?? 0);
    first[h * width + INPUTS] = (first[h * width + INPUTS] ?? 0) - rate * error;
  }
  return -Math.log(Math.max(1e-12, outputs[target] ?? 0));
}

/** Probabilities from which on the reader believes the net to some degree; see `scan/recognise.ts`. */
const BELIEVED = [0.5, 0.75, 0.95];

/** How well a net reads samples: what is right and, worse than any doubt, what is wrong and certain. */
export function describe(net: Net, samples: readonly Sample[]): string {
  let right = 0;
  const sure = BELIEVED.map(() => ({ right: 0, wrong: 0 }));
  const wrong = new Map<string, number>();
  for (const { inputs, target } of samples) {
    const { outputs } = forward(net, inputs);
    const best = outputs.indexOf(Math.max(...outputs));
    if (best === target) right++;
    else {
      const key = `${CLASSES[target]}→${CLASSES[best]}`;
      wrong.set(key, (wrong.get(key) ?? 0) + 1);
    }
    if (CLASSES[best] === 'other') continue;
    BELIEVED.forEach((least, i) => {
      const tally = sure[i];
      if (tally && (outputs[best] ?? 0) >= least) tally[best === target ? 'right' : 'wrong']++;
    });
  }
  const digits = samples.filter(({ target }) => CLASSES[target] !== 'other').length;
  const list = [...wrong]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 14)
    .map(([key, count]) => `${key} ${count}`);
  const shares = BELIEVED.map((least, i) => {
    const { right: r, wrong: w } = sure[i] ?? { right: 0, wrong: 0 };
    return `p ≥ ${least}: ${((100 * r) / digits).toFixed(2)} % of the digits right, ${w} wrong`;
  });
  return `${right} of ${samples.length} right (${((100 * right) / samples.length).toFixed(2)} %)\n  ${shares.join('; ')}\n  ${list.join(', ')}`;
}

/** Probabilities of a stroke that are looked at: the reader refuses a digit from one of them on. */
const REFUSED = [0.3, 0.5, 0.7, 0.9];

/** How many struck digits a net finds, and how many whole ones it takes for struck. */
export function describeStrokes(net: Net, samples: readonly Sample[]): string {
  const seen = samples.map(({ inputs, target }) => ({
    target,
    p: forward(net, inputs).outputs[STRUCK] ?? 0,
  }));
  const share = (target: number, least: number): string => {
    const all = seen.filter((one) => one.target === target);
    return ((100 * all.filter(({ p }) => p >= least).length) / all.length).toFixed(2);
  };
  return REFUSED.map(
    (least) => `p ≥ ${least}: ${share(STRUCK, least)} % of the struck, ${share(WHOLE, least)} % of the whole`,
  ).join('; ');
}
