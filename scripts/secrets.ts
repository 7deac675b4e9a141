import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

export type Secrets = {
  AUTH_SECRET: string;
  DATA_KEYS: string;
  INDEX_KEY: string;
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: string;
};

const key = () => randomBytes(32).toString("base64");

/** The secrets of an installation without settings of its own, generated once and kept beside its data. */
export function keptSecrets(folder: string): Secrets {
  const file = path.join(folder, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const secrets: Secrets = {
    AUTH_SECRET: key(),
    DATA_KEYS: `1:${key()}`,
    INDEX_KEY: key(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key(),
  };
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  writeFileSync(`${file}.nuevo`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.nuevo`, file); // the rename makes the file appear whole or not at all
  return secrets;
}
