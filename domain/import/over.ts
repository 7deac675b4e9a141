/** The run ended while it was being worked on: somebody cancelled it, or it was given up. */
export class ImportOver extends Error {
  constructor() {
    super("the import is over");
    this.name = "ImportOver";
  }
}

/** The process that imports was told to stop. */
export class ImportStopped extends Error {
  constructor() {
    super("the import was stopped");
    this.name = "ImportStopped";
  }
}
