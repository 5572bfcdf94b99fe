/** An engine that dies or hangs in the middle of its work. A made-up program stands for it. */

import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';

let folder = '';

/** The engine module with a program that lists its languages and then does something else than reading. */
async function engineThat(does: string, timeLimit?: number) {
  const program = join(folder, 'tesseract');
  const languages = 'if [ "$1" = "--list-langs" ]; then echo chi_sim; echo eng; exit 0; fi';
  await writeFile(program, `#!/bin/sh\n${languages}\n${does}\n`);
  await chmod(program, 0o755);
  process.env.NIANBAO_TESSERACT = program;
  const { Engine } = await import('../../../src/read/scan/engine.js');
  const running = new Set<number>();
  const watch = (pid: number, isRunning: boolean): void => {
    if (isRunning) running.add(pid);
    else running.delete(pid);
  };
  const engine = await Engine.find(watch, timeLimit);
  return { engine, running };
}

const pictures = [{ width: 4, height: 4, data: new Uint8Array(16) }];
const task = { pictures, language: 'eng', segmentation: 7 } as const;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-'));
  // The module looks for its program when it is loaded.
  jest.resetModules();
});

afterEach(async () => {
  delete process.env.NIANBAO_TESSERACT;
  await rm(folder, { recursive: true, force: true });
});

test('one that is killed while it reads is an error that says so, never an empty reading', async () => {
  const { engine, running } = await engineThat('head -c 10 >/dev/null; printf "half a ta"; kill -9 $$');
  await expect(engine?.read(task)).rejects.toThrow('SIGKILL');
  expect(running.size).toBe(0);
});

test('one that hangs is ended when its time is over', async () => {
  const { engine, running } = await engineThat('exec sleep 60', 300);
  const started = performance.now();
  await expect(engine?.read(task)).rejects.toThrow('SIGKILL');
  expect(performance.now() - started).toBeLessThan(20_000);
  expect(running.size).toBe(0);
});

test('one that reads nothing and ends with an error is told of', async () => {
  const { engine } = await engineThat('exit 3');
  await expect(engine?.read(task)).rejects.toThrow('exit code 3');
});

test('one that crashes at a picture counts that picture as not read, and is asked for the others', async () => {
  const { engine } = await engineThat('kill -FPE $$');
  const two = [...pictures, ...pictures];
  await expect(engine?.read({ ...task, pictures: two })).resolves.toEqual([
    { text: '', confidence: 0 },
    { text: '', confidence: 0 },
  ]);
});
