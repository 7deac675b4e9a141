/** Holds what arrives until somebody can take it, and hands it over one after another, in order of arrival. */
export class OneByOne<Item> {
  private readonly held: Item[] = [];
  private take: ((item: Item) => Promise<void>) | null = null;
  private isBusy = false;

  add(item: Item): void {
    this.held.push(item);
    void this.hand();
  }

  /** For what arrived before everything that is held. */
  addFirst(...items: readonly Item[]): void {
    this.held.unshift(...items);
    void this.hand();
  }

  /** Sets who takes the next ones; null while nobody can. */
  serve(take: ((item: Item) => Promise<void>) | null): void {
    this.take = take;
    void this.hand();
  }

  private async hand(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    // Who takes is read anew each time: it may have changed, or have gone, meanwhile.
    while (this.take && this.held.length > 0) {
      const [item] = this.held.splice(0, 1) as [Item];
      // One that cannot be taken does not hold those behind it.
      await this.take(item).catch(() => {});
    }
    this.isBusy = false;
  }
}
