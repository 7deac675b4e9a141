import { isIP } from "node:net";
import { isLoopback } from "./loopback";

const isNumbers = ({ hostname }: URL) => isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;

/**
 * This site by the name that passkeys are bound to: of PUBLIC_URL, and on a machine that serves itself alone, of the
 * address that was asked for. Null for an address of numbers, to which no passkey can be bound.
 */
export function namedSite(publicUrl: string | undefined, host: string | null): URL | null {
  const isForItself = publicUrl === undefined || isLoopback(new URL(publicUrl).host);
  const origin = isForItself && host ? `http://${host}` : (publicUrl ?? "");
  if (!URL.canParse(origin)) return null;
  const site = new URL(origin);
  return isNumbers(site) ? null : site;
}

/** The same page by a name, where it was opened by the machine's own numbers; else null. */
export function nameOfNumbers(host: string | null): string | null {
  if (!host || !isLoopback(host)) return null;
  const site = new URL(`http://${host}`);
  return isNumbers(site) ? `http://localhost${site.port ? `:${site.port}` : ""}` : null;
}
