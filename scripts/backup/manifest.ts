import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { unwritableText } from "../unwritable";

const Manifest = z.object({
  format: z.literal(1),
  /** "cluster": files and WAL of the embedded Postgres. "dump": one archive of pg_dump. */
  kind: z.enum(["cluster", "dump"]),
  /** What was committed before this moment, by the server's clock, is in the copy. */
  takenAt: z.iso.datetime(),
  /** server_version_num of the server that was copied. */
  serverVersion: z.number().int(),
  /** What the pg_dump that made it says of itself; absent in copies of earlier versions and of files. */
  tool: z.string().optional(),
  database: z.string(),
  folders: z.array(z.string()),
  files: z.array(
    z.object({ path: z.string(), size: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

const NAME = "copia.json";
const SUM = "copia.json.sha256";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * Makes the folder of a copy and fills it. What was written of a copy that fails is deleted again.
 * @throws Error with one line when there is something in the folder already, or it cannot be written
 */
export async function intoNewFolder<T>(folder: string, fill: () => Promise<T>): Promise<T> {
  try {
    makeFolder(path.resolve(folder));
    if (readdirSync(folder).length > 0)
      throw new Error(`${folder} no está vacía: cada copia va en una carpeta nueva.`);
  } catch (error) {
    throw explained(folder, error);
  }
  try {
    return await fill();
  } catch (error) {
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true, force: true });
    throw explained(folder, error);
  }
}

/** One level at a time: `mkdir` with `recursive` tries for ever in a file system that takes no folders, such as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

const explained = (folder: string, error: unknown): unknown => {
  const text = unwritableText(folder, error);
  return text ? new Error(`${text} No quedó copia.`) : error;
};

/** The manifest is written last, so that a folder without one is an incomplete backup. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const text = JSON.stringify(manifest, null, 1);
  writeFileSync(path.join(folder, NAME), text, { mode: 0o600 });
  writeFileSync(path.join(folder, SUM), `${sha256(text)}  ${NAME}\n`, { mode: 0o600 });
}

/**
 * The manifest of a copy, once every file that it names is there as it was written.
 * @throws Error with one line that says what is missing or was changed
 */
export async function readCheckedCopy(folder: string): Promise<Manifest> {
  const file = path.join(folder, NAME);
  if (!existsSync(file) || !existsSync(path.join(folder, SUM)))
    throw new Error(`${folder} no es una copia completa: falta ${NAME}.`);
  const text = readFileSync(file, "utf8");
  if (!readFileSync(path.join(folder, SUM), "utf8").startsWith(sha256(text)))
    throw new Error(`La copia está dañada: ${NAME} cambió.`);
  const manifest = Manifest.parse(JSON.parse(text));
  for (const { path: name, sha256: expected } of manifest.files) {
    const found = await digestOf(path.join(folder, name)).catch(() => null);
    if (found !== expected)
      throw new Error(`La copia está dañada: ${name} ${found === null ? "falta" : "cambió"}.`);
  }
  return manifest;
}

/** SHA-256 of a file, read in pieces. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
