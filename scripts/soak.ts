/**
 * `npm run soak [-- --kills 50 --hosts 8 --seed S]`: the kill test in its long form. Ends with 1 when a dataset
 * differed, a forbidden page was fetched, or a host was asked too soon.
 */
import { fileURLToPath } from 'node:url';
import { disturb } from './portal/disturb.js';
import { optionsOf } from './support/arguments.js';

const values = optionsOf(import.meta.url, {
  kills: { type: 'string', default: '50' },
  hosts: { type: 'string', default: '8' },
  seed: { type: 'string', default: String(Date.now()) },
});
console.log(`seed ${values.seed}`);
const result = await disturb({
  kills: Number(values.kills),
  hosts: Number(values.hosts),
  seed: values.seed,
  cli: fileURLToPath(new URL('../dist/cli.js', import.meta.url)),
  say: (line) => console.log(line),
});
for (const fault of result.faults) console.log(fault);
console.log(`${result.kills} kills in ${result.rounds} rounds, ${result.faults.length} faults`);
process.exitCode = result.faults.length === 0 ? 0 : 1;
