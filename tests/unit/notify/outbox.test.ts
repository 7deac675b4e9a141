import { expect, test } from "vitest";
import { composeMail, composeNotices, openMessage } from "@/domain/notify/outbox";
import { retrySeconds } from "@/domain/notify/worker";
import { seal } from "@/lib/crypto/seal";

test("each recipient of an event has one outbox row with a stable key", () => {
  const to = [{ email: "a@prueba.example" }, { email: "b@prueba.example" }];
  const rows = composeNotices("report.filed", "1", to, { subject: "s", text: "t" });
  expect(rows.map(({ eventKey }) => eventKey)).toEqual(["report.filed:1:0", "report.filed:1:1"]);
  expect(rows.map(({ eventKey, content }) => openMessage(eventKey, content).to)).toEqual(
    to.map(({ email }) => email),
  );
});

test("retry pauses grow up to fifteen minutes", () => {
  expect([1, 2, 3, 30].map(retrySeconds)).toEqual([2, 4, 8, 900]);
});

test("an e-mail is encrypted for its event and cannot be decrypted for another", () => {
  const mail = { to: "b@c.co", subject: "s", text: "t" };
  const { eventKey, content } = composeMail("password.link", "a", mail);
  expect(content.toString("latin1")).not.toContain("b@c.co");
  expect(openMessage(eventKey, content)).toEqual({ channel: "mail", ...mail });
  expect(() => openMessage("other", content)).toThrow();
});

test("an outbox row has a message id of this portal, which no other row has", () => {
  const row = (id: string) => composeMail("password.link", id, { to: "b@c.co", subject: "s", text: "t" });
  const [one, other] = [row("a"), row("a")];
  expect(one.eventKey).toBe("password.link:a");
  expect(one.messageId).toMatch(/^<[0-9a-f-]{36}@[a-z0-9.-]+>$/);
  expect(other.messageId).not.toBe(one.messageId);
});

test("a row that an earlier version queued names no channel and is an e-mail; what is no message is refused", () => {
  const write = (message: object) => seal(JSON.stringify(message), "mail.content:a");
  const mail = { to: "b@c.co", subject: "s", text: "t" };
  expect(openMessage("a", write(mail))).toEqual({ channel: "mail", ...mail });
  for (const wrong of [
    { ...mail, channel: "fax" },
    { ...mail, to: 1 },
    { to: "b@c.co", subject: "s" },
  ])
    expect(() => openMessage("a", write(wrong))).toThrow();
});

test("who cannot be reached over a channel has no row", () => {
  expect(composeNotices("report.filed", "1", [], { subject: "s", text: "t" })).toEqual([]);
});
