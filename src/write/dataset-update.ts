import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDigest } from './datapackage.js';
import { FileSink } from './file-sink.js';
import type { DataFile } from './schema.js';
import { openStage, type Stage } from './staging.js';
import { writeError } from './write-error.js';

interface Descriptor {
  readonly resources: readonly { readonly name: string; readonly bytes: number; readonly hash: string }[];
}

/**
 * Replaces some files of a dataset that is there, all at once and with their sizes and hashes in `datapackage.json`;
 * everything else stays byte for byte. Methods throw {@link RunError} when the disk refuses.
 */
export class DatasetUpdate {
  readonly #folder: string;
  readonly #stage: Stage;
  readonly #sinks = new Map<DataFile, FileSink>();

  constructor(folder: string, files: readonly DataFile[]) {
    this.#folder = folder;
    this.#stage = this.#guard(() => openStage(folder));
    try {
      for (const file of files) this.#open(file);
    } catch (error) {
      this.discard();
      throw writeError(error, folder);
    }
  }

  append(file: DataFile, text: string): void {
    this.#guard(() => this.#sinks.get(file)?.append(text));
  }

  /** A folder on the same disk for what is needed only until the end; it goes away by itself. */
  scratch(): string {
    return this.#guard(() => this.#stage.scratch());
  }

  /** Completes the files and puts them in the place of the old ones. */
  commit(): void {
    this.#guard(() => {
      const digests = new Map([...this.#sinks].map(([file, sink]) => [file as string, sink.close()]));
      writeFileSync(join(this.#stage.folder, 'datapackage.json'), this.#descriptor(digests), { flush: true });
      this.#stage.commit();
    });
  }

  /** Gives the update up; the dataset stays as it was. Safe to call at any time. */
  discard(): void {
    for (const sink of this.#sinks.values()) sink.abandon();
    this.#stage.discard();
  }

  #open(file: DataFile): void {
    this.#sinks.set(file, new FileSink(join(this.#stage.folder, `${file}.csv`)));
  }

  /** The descriptor that is there, also of an older version, with the new sizes and hashes. */
  #descriptor(digests: ReadonlyMap<string, FileDigest>): string {
    const old = JSON.parse(readFileSync(join(this.#folder, 'datapackage.json'), 'utf8')) as Descriptor;
    const resources = old.resources.map((resource) => {
      const digest = digests.get(resource.name);
      return digest ? { ...resource, bytes: digest.bytes, hash: `sha256:${digest.sha256}` } : resource;
    });
    return `${JSON.stringify({ ...old, resources }, null, 2)}\n`;
  }

  #guard<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw writeError(error, this.#folder);
    }
  }
}
