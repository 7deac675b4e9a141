import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Patches the installed driver (postgres 3.4.9): a connection must keep nothing of a statement that failed, or of a line
 * that broke, for whatever comes next on it. Why, and why this way: docs/decisions/085. Each text must be there exactly
 * once; a version in which it is not has to be looked at by somebody.
 */
const changes = [
  // A statement that failed between two of its rows left its number of rows; the next result began with as many holes.
  [
    "    query = results = errorResponse = null\n    result = new Result()\n    connectTimer.cancel()\n",
    "    query = results = errorResponse = null\n    result = new Result()\n    rows = 0\n    connectTimer.cancel()\n",
  ],
  // A line that broke left what was still to be written, with a timer that never fires: the next session began with it,
  // or never. It also left its rows, and the error with which the server ended it, which the next session was told.
  [
    "    incomings = null\n    clearImmediate(nextWriteTimer)\n    socket.removeListener('data', data)\n",
    "    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = errorResponse = null\n    rows = 0\n    socket.removeListener('data', data)\n",
  ],
  [
    "    clearImmediate(nextWriteTimer)\n    if (socket) {\n",
    "    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    if (socket) {\n",
  ],
  // A later statement of a transaction whose line broke was written to nothing, which ended the process.
  [
    "      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))\n\n    if (stream)\n",
    "      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))\n\n    if (!socket)\n      return (queryError(q, Errors.connection('CONNECTION_CLOSED', options)), true)\n\n    if (stream)\n",
  ],
];

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const files = ["src/connection.js", "cjs/src/connection.js"].map((file) =>
  path.join(root, "node_modules/postgres", file),
);

/** Patches the driver, once; a file that is not installed is left alone. */
export function patchDriver() {
  for (const file of files.filter((each) => existsSync(each))) {
    const text = readFileSync(file, "utf8");
    const patched = changes.reduce((whole, [old, replacement]) => {
      if (whole.includes(replacement)) return whole;
      if (whole.split(old).length !== 2)
        throw new Error(
          `postgres: docs/decisions/085 no corresponde a esta versión (${path.relative(root, file)})`,
        );
      return whole.replace(old, () => replacement);
    }, text);
    if (patched === text) continue;
    // Another process may be reading it, and other folders may share it by a hard link.
    const written = `${file}.${process.pid}`;
    writeFileSync(written, patched);
    renameSync(written, file);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) patchDriver();
