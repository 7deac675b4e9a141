import { createHmac } from "node:crypto";
import { dataKeys, indexKey } from "./keys";

export const fingerprint = (key: Buffer): string =>
  createHmac("sha256", key).update("hanna-proveedores: data key").digest("hex");

export const keyName = (name: number | "index", key: Buffer): string => `${name}:${fingerprint(key)}`;

/** This process's keys by number and fingerprint, as the installation remembers them. */
export const ownKeyNames = (): string[] => [
  ...dataKeys().map(({ id, key }) => keyName(id, key)),
  keyName("index", indexKey()),
];
