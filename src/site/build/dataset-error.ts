/** The dataset cannot be shown: a file is missing or is not what the contract says. The message names it. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
}

/** The output folder is not ours to replace; nothing was written. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}
