import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

/** Where `npm start` keeps its database, its secrets and how to reach them: DATA_FOLDER, else .datos of this checkout. */
export const dataFolder = (): string => path.resolve(root, process.env.DATA_FOLDER || ".datos");
