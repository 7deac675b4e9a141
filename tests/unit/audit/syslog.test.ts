import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import { parseSyslogUrl, sendSyslog, syslogMessage } from "@/lib/syslog";

const at = "2026-11-29T15:00:00.123456Z";

test("an address of syslog is read with its protocol's port, and nothing else is one", () => {
  expect(parseSyslogUrl("udp://logs.caja.example")).toEqual({
    protocol: "udp:",
    host: "logs.caja.example",
    port: 514,
  });
  expect(parseSyslogUrl("tcp://10.0.0.5:1514")).toMatchObject({ protocol: "tcp:", port: 1514 });
  expect(parseSyslogUrl("tls://[2001:db8::1]")).toEqual({
    protocol: "tls:",
    host: "2001:db8::1",
    port: 6514,
  });
  for (const wrong of [
    "",
    "logs",
    "http://logs",
    "tcp://",
    "tcp://a/b",
    "tcp://u:p@a",
    "tcp://a?x=1",
    "tcp://a:99999",
  ])
    expect(parseSyslogUrl(wrong), wrong).toBeNull();
});

test("a message has the header of RFC 5424 and stays one line", () => {
  const message = syslogMessage(at, "use.paid", '{"event":"audit"}');
  expect(message).toMatch(
    /^<110>1 2026-11-29T15:00:00\.123456Z \S+ hanna \d+ use\.paid - \{"event":"audit"\}$/,
  );
  expect(syslogMessage(at, "a b\nñ".repeat(20), "x")).toMatch(/ [\x21-\x7e]{1,32} - x$/);
});

test("messages arrive in their order over one connection, each after its length in bytes", async () => {
  let received = "";
  const server = createServer((socket) =>
    socket.setEncoding("utf8").on("data", (text) => (received += text)),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const messages = Array.from({ length: 500 }, (_, n) => syslogMessage(at, "use.paid", `evento ${n} ñ`));
  await sendSyslog({ protocol: "tcp:", host: "127.0.0.1", port }, messages);
  const bytes = Buffer.from(received);
  const frames: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const space = bytes.indexOf(0x20, from);
    const length = Number(bytes.subarray(from, space).toString());
    frames.push(bytes.subarray(space + 1, space + 1 + length).toString());
    from = space + 1 + length;
  }
  expect(frames).toEqual(messages);
  server.close();
});

test("messages arrive as datagrams", async () => {
  const server = createSocket("udp4");
  const received: string[] = [];
  await once(server.bind(0, "127.0.0.1"), "listening");
  const whole = new Promise<void>((resolve) =>
    server.on("message", (message) => {
      received.push(message.toString());
      if (received.length === 2) resolve();
    }),
  );
  const messages = ["uno", "dos"].map((text) => syslogMessage(at, "use.paid", text));
  await sendSyslog({ protocol: "udp:", host: "127.0.0.1", port: server.address().port }, messages);
  await whole;
  expect(received.sort()).toEqual([...messages].sort());
  server.close();
});

test("a receiver that is not there, or hangs up, is an error", async () => {
  const server = createServer((socket: Socket) => socket.resetAndDestroy());
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const target = { protocol: "tcp:", host: "127.0.0.1", port } as const;
  await expect(sendSyslog(target, [syslogMessage(at, "use.paid", "x")])).rejects.toMatchObject({
    code: expect.stringMatching(/ECONNRESET|EPIPE/),
  });
  server.close();
  await once(server, "close");
  await expect(sendSyslog(target, [syslogMessage(at, "use.paid", "x")])).rejects.toMatchObject({
    code: "ECONNREFUSED",
  });
});
