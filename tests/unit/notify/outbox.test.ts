import { expect, test } from "vitest";
import { composeMail, composeNotices, openMessage } from "@/domain/notify/outbox";
import { retrySeconds } from "@/domain/notify/worker";

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
