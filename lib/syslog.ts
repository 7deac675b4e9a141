import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { hostname } from "node:os";
import { connect as connectTls } from "node:tls";

const protocols = { "udp:": 514, "tcp:": 514, "tls:": 6514 } as const;
export type SyslogTarget = { protocol: keyof typeof protocols; host: string; port: number };

/** Facility 13, "log audit", and severity 6, "informational" (RFC 5424, 6.2.1). */
const PRIORITY = 13 * 8 + 6;
const TIMEOUT_MS = 10_000;

/** Reads `udp://host`, `tcp://host:514` or `tls://host:6514`; null when it is none of them. */
export function parseSyslogUrl(text: string): SyslogTarget | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const protocol = (Object.keys(protocols) as (keyof typeof protocols)[]).find(
    (one) => one === url?.protocol,
  );
  if (!url || !protocol || url.hostname === "" || url.username !== "") return null;
  if (!["", "/"].includes(url.pathname) || url.search !== "" || url.hash !== "") return null;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return { protocol, host, port: url.port === "" ? protocols[protocol] : Number(url.port) };
}

/**
 * A message of RFC 5424 without structured data. Its header has printable ASCII only, as the standard asks.
 * @param at ISO 8601 in UTC, with at most six digits of a second
 * @param kind what happened, at most 32 signs
 */
export function syslogMessage(at: string, kind: string, text: string): string {
  const field = (value: string, most: number) => value.replace(/[^\x21-\x7e]/g, "").slice(0, most) || "-";
  const header = [at, field(hostname(), 255), "hanna", process.pid, field(kind, 32)].join(" ");
  return `<${PRIORITY}>1 ${header} - ${text}`;
}

/**
 * Sends the messages in their order: one datagram each, or over one connection with their lengths before them (RFC
 * 6587, 3.4.1; RFC 5425, 4.3). Syslog has no answer, so that this says that they left, not that they were kept.
 * @throws the error of the network, or one of code "ETIMEDOUT" after 10 s
 */
export async function sendSyslog(target: SyslogTarget, messages: readonly string[]): Promise<void> {
  if (messages.length === 0) return;
  if (target.protocol === "udp:") await sendDatagrams(target, messages);
  else await sendStream(target, messages);
}

async function sendDatagrams({ host, port }: SyslogTarget, messages: readonly string[]): Promise<void> {
  const socket = createSocket(host.includes(":") ? "udp6" : "udp4");
  try {
    for (const message of messages)
      await new Promise<void>((resolve, reject) => {
        socket.send(message, port, host, (error) => (error ? reject(error) : resolve()));
      });
  } finally {
    socket.close();
  }
}

async function sendStream(
  { protocol, host, port }: SyslogTarget,
  messages: readonly string[],
): Promise<void> {
  const socket =
    protocol === "tls:" ? connectTls({ host, port, servername: host }) : connectTcp({ host, port });
  socket.setTimeout(TIMEOUT_MS, () =>
    socket.destroy(Object.assign(new Error("syslog"), { code: "ETIMEDOUT" })),
  );
  socket.resume();
  try {
    await once(socket, protocol === "tls:" ? "secureConnect" : "connect");
    socket.end(messages.map((message) => `${Buffer.byteLength(message)} ${message}`).join(""));
    await once(socket, "close");
  } finally {
    socket.destroy();
  }
}
