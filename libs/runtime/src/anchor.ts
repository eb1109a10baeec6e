/** One small text kept outside the database: the last checkpoint of the seal. What a restored database cannot bring back. */
export interface Anchor {
  /** `undefined`: nothing has been sealed yet. */
  read(): Promise<string | undefined>;

  /** Replaces the text as a whole: a reader, or a crash, finds the old one or the new one. */
  write(text: string): Promise<void>;
}
