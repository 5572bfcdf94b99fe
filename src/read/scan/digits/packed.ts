/** Packed weights: the number of hidden units, the scale of each layer, then one signed byte for each weight. */
export interface PackedNet {
  readonly hidden: number;
  readonly scales: readonly [number, number];
  readonly bytes: string;
}
