/** The database beside the blobs: SQLite with a write-ahead log, so that a kill loses nothing and readers never wait. */

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { Blobs } from './blobs.js';
import { lockStore } from './lock.js';
import { STORE_VERSION, TABLES } from './schema.js';

export type Row = Readonly<Record<string, unknown>>;
export type Value = string | number | null | Uint8Array;

/** Readers wait this long for the moment in which a checkpoint holds the file. */
const BUSY_MILLISECONDS = 10_000;

/** The store cannot be opened; the message says why and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

export class Store {
  readonly dir: string;
  readonly blobs: Blobs;
  readonly #db: Database.Database;
  readonly #release: () => void;
  readonly #statements = new Map<string, Database.Statement>();

  private constructor(dir: string, db: Database.Database, release: () => void) {
    this.dir = dir;
    this.blobs = new Blobs(dir);
    this.#db = db;
    this.#release = release;
  }

  /** Opens for writing, making the store if need be. Throws StoreLocked, {@link StoreError}. */
  static open(dir: string): Store {
    mkdirSync(dir, { recursive: true });
    const release = lockStore(dir);
    try {
      const db = connect(dir);
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
      checkVersion(db, dir);
      db.exec(`${TABLES} PRAGMA user_version = ${STORE_VERSION};`);
      const store = new Store(dir, db, release);
      store.blobs.sweep();
      return store;
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Opens for reading only, also while a run is writing. Throws {@link StoreError}. */
  static openReader(dir: string): Store {
    if (!existsSync(join(dir, 'store.db')))
      throw new StoreError(`There is no store in ${dir}; nianbao harvest makes one.`);
    const db = connect(dir);
    checkVersion(db, dir);
    db.exec('PRAGMA query_only = ON');
    return new Store(dir, db, () => undefined);
  }

  /** Adds tables of a room above. */
  addTables(sql: string): void {
    this.#db.exec(sql);
  }

  get<T extends object>(sql: string, ...values: Value[]): T | undefined {
    return this.#statement(sql).get(...values) as T | undefined;
  }

  all<T extends object>(sql: string, ...values: Value[]): T[] {
    return this.#statement(sql).all(...values) as T[];
  }

  /** Rows one after the other, for results that need not fit into memory. */
  iterate<T extends object>(sql: string, ...values: Value[]): IterableIterator<T> {
    return this.#db.prepare(sql).iterate(...values) as IterableIterator<T>;
  }

  /** Runs a statement and returns the id of the row it added, if any. */
  run(sql: string, ...values: Value[]): number {
    return Number(this.#statement(sql).run(...values).lastInsertRowid);
  }

  /** All of it or nothing. */
  transaction<T>(action: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = action();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
    this.#release();
  }

  #statement(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function connect(dir: string): Database.Database {
  return new Database(join(dir, 'store.db'), { timeout: BUSY_MILLISECONDS });
}

function checkVersion(db: Database.Database, dir: string): void {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > STORE_VERSION)
    throw new StoreError(`The store ${dir} was written by a later version of nianbao; use that one.`);
}
