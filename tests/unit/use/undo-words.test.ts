import { expect, test } from "vitest";
import { en } from "@/messages/en";
import { esCO } from "@/messages/es-CO";

const languages = [
  ["es-CO", esCO, /vuelve a la orden|orden nueva/],
  ["en", en, /goes back to the order|new order/],
] as const;

test.each(languages)(
  "the mail about a reversed use promises nothing of its value, which an annulled or a replaced order does not get back, in %s",
  (_, { admin }, promise) => {
    const { emails } = admin.counter.undo;
    for (const text of [emails.approvedText, emails.objectedText])
      expect(text("U-2026-000001", "Motivo", "https://portal.example", "La entidad")).not.toMatch(promise);
  },
);

test.each([
  ["es-CO", esCO, /no la ha anulado/, /le responde|pasaron/i, /correo al dueño/],
  ["en", en, /has not annulled/, /answers|went by/i, /mail to the owner/],
] as const)(
  "who takes a use back reads when its value comes back, and who asks for it reads where the answer comes, in %s",
  (_, { use }, condition, untrue, owner) => {
    expect(use.undoText).toMatch(condition);
    expect(use.undoAskText).not.toMatch(untrue);
    expect(use.undoAskText).toMatch(owner);
  },
);
