import { randomBytes } from "node:crypto";
import { deviceMacs, readSignedText, signedText } from "./signed-text";

/** Maximum number of accounts of a shared device. The least recently used one is dropped first. */
const MOST_ACCOUNTS = 12;

/** What the cookie of a device says: its own name, and who signed in on it, as digests under our key. */
type KnownDevice = { name: string; accounts: readonly string[] };

/**
 * The name of the device, when this account signed in on it before; else null, as for a cookie with an invalid
 * signature.
 */
export function deviceThatKnows(cookie: string | undefined, email: string): string | null {
  const device = read(cookie);
  return device && accountsOf(email).some((account) => device.accounts.includes(account))
    ? device.name
    : null;
}

/** The name of a device that somebody signed in on; null of any other. */
export function deviceName(cookie: string | undefined): string | null {
  return read(cookie)?.name ?? null;
}

/** The cookie of the device after this account signed in on it. */
export function deviceWith(cookie: string | undefined, email: string): string {
  const { name, accounts } = read(cookie) ?? { name: randomBytes(16).toString("base64url"), accounts: [] };
  const own = accountsOf(email);
  const known = [...own.slice(0, 1), ...accounts.filter((other) => !own.includes(other))].slice(
    0,
    MOST_ACCOUNTS,
  );
  return write({ name, accounts: known });
}

function read(cookie: string | undefined): KnownDevice | null {
  const [name = "", list = "", ...more] = readSignedText("device", cookie)?.split(".") ?? [];
  return more.length > 0 || !name || !list ? null : { name, accounts: list.split("~") };
}

function write({ name, accounts }: KnownDevice): string {
  return signedText("device", `${name}.${accounts.join("~")}`);
}

/** A keyed digest, so that a stolen cookie cannot be tested for addresses. */
const accountsOf = (email: string) => deviceMacs(`account ${email.trim().toLowerCase()}`, 12);
