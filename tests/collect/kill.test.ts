import { disturb } from '../../scripts/portal/disturb.js';
import { CLI } from '../support/cli.js';

const MINUTES = 60_000;

/** The short form of `npm run soak`. */
test(
  'killed at five random moments and run to its end, a harvest gives the dataset of an undisturbed one',
  async () => {
    const result = await disturb({ kills: 5, hosts: 2, seed: 'short', cli: CLI, say: () => undefined });
    expect(result.faults).toEqual([]);
    expect(result.kills).toBe(5);
  },
  10 * MINUTES,
);
