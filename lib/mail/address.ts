import { env } from "@/lib/env";

/** A page of this installation as a mail names it. Never taken from a request: anyone can write its Host. */
export function publicAddress(path: string): string {
  const { PUBLIC_URL, PORT } = env();
  return new URL(path, PUBLIC_URL ?? `http://127.0.0.1:${PORT ?? 3000}`).href;
}
