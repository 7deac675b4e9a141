import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test, vi } from "vitest";

const message = { to: "ana@prueba.example", subject: "Asunto ñ", text: "Hola" };
const ID = "<1@prueba.example>";

let server: SMTPServer | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.resetModules();
  await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()));
  server = undefined;
});

type Step = "greeting" | "MAIL FROM" | "RCPT TO" | "DATA";

/** A mail server that keeps what it takes, and at one step answers with this code where there is one. */
async function mailServer(code?: number, step: Step = "DATA") {
  const received: Awaited<ReturnType<typeof simpleParser>>[] = [];
  const answer = (at: Step) =>
    code && at === step ? Object.assign(new Error("refused"), { responseCode: code }) : null;
  const started = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onConnect: (_, done) => done(answer("greeting")),
    onMailFrom: (_, __, done) => done(answer("MAIL FROM")),
    onRcptTo: (_, __, done) => done(answer("RCPT TO")),
    onData: async (stream, _, done) => {
      received.push(await simpleParser(stream));
      done(answer("DATA"));
    },
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  return { received, url: `smtp://127.0.0.1:${(started.server.address() as AddressInfo).port}` };
}

/** The module in a process that starts with these settings. */
async function startWith(settings: Record<string, string> = {}) {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return import("@/domain/notify/mail-channel");
}

test("a person is written to at their address, which a list of failures shows masked", async () => {
  const { mailChannel } = await startWith();
  expect(mailChannel.addressOf({ email: "ana.perez@prueba.example" } as never)).toBe(
    "ana.perez@prueba.example",
  );
  expect(mailChannel.masked("ana.perez@prueba.example")).toBe("an•••@prueba.example");
});

test("without a mail server nothing is sent; with one the sender is as configured or the usual one", async () => {
  expect((await startWith({ SMTP_URL: "" })).mailChannel.open()).toBeNull();
  const { received, url } = await mailServer();
  for (const MAIL_FROM of ["", "caja@prueba.example"]) {
    const sender = (await startWith({ SMTP_URL: url, MAIL_FROM })).mailChannel.open();
    await sender?.send(message, ID);
    sender?.close();
  }
  expect(received.map(({ from }) => from?.text)).toEqual(["proveedores@localhost", "caja@prueba.example"]);
});

test("an e-mail arrives with its text and its id, and asks for no automatic answer", async () => {
  const { received, url } = await mailServer();
  const { mailSender } = await startWith();
  const sender = mailSender(url, "caja@prueba.example");
  await sender.send(message, ID);
  sender.close();
  const [mail] = received;
  expect(mail).toMatchObject({ subject: "Asunto ñ", messageId: ID });
  expect(mail?.text?.trim()).toBe("Hola");
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
  expect(mail?.headers.get("x-auto-response-suppress")).toBe("All");
  expect(JSON.stringify(mail?.to)).toContain("ana@prueba.example");
});

test("an answer of the server is a rejection; a server that cannot be reached is none", async () => {
  const { url } = await mailServer(550);
  const { mailSender } = await startWith();
  const sender = mailSender(url, "caja@prueba.example");
  const failure = async (from: typeof sender) =>
    from.send(message, ID).then(
      () => null,
      (error: unknown) => error,
    );
  expect(sender.isRejection(await failure(sender))).toBe(true);
  const away = mailSender("smtp://127.0.0.1:1", "caja@prueba.example");
  expect(away.isRejection(await failure(away))).toBe(false);
});

test.each<[number, Step, boolean]>([
  [421, "greeting", false],
  [554, "greeting", false],
  [550, "MAIL FROM", false],
  [421, "RCPT TO", false],
  [451, "RCPT TO", true],
  [550, "RCPT TO", true],
  [421, "DATA", false],
  [554, "DATA", true],
])("a server that answers %i at %s rejects the message: %s", async (code, step, isRejection) => {
  const { url } = await mailServer(code, step);
  const { mailSender } = await startWith();
  const sender = mailSender(url, "caja@prueba.example");
  const failure = await sender.send(message, ID).then(
    () => null,
    (error: unknown) => error,
  );
  sender.close();
  expect(sender.isRejection(failure)).toBe(isRejection);
});

test.each([
  ["no error at all", "550", true],
  ["an error of our own", new Error("no text"), true],
  ["a refused password", { code: "EAUTH", responseCode: 535 }, false],
  ["a missing password", { code: "ENOAUTH", responseCode: 530 }, false],
  ["an address that the server refused", { code: "EENVELOPE" }, true],
  ["an answer without a number", { code: "EPROTOCOL", responseCode: 0 }, false],
  ["an answer of the server", { code: "EMESSAGE", responseCode: 552 }, true],
  ["a connection that was cut", { code: "ECONNECTION" }, false],
])("whether the message or the server is at fault: %s", async (_, error, isRejection) => {
  const { mailSender } = await startWith();
  const sender = mailSender("smtp://127.0.0.1:1", "caja@prueba.example");
  const thrown =
    typeof error === "object" && !(error instanceof Error) ? Object.assign(new Error("x"), error) : error;
  expect(sender.isRejection(thrown)).toBe(isRejection);
});
