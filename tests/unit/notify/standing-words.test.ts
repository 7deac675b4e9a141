import { expect, test } from "vitest";
import { en } from "@/messages/en";
import { esCO } from "@/messages/es-CO";

test.each([
  ["es-CO", esCO, "si su convenio está vigente"],
  ["en", en, "if its convenio is in force"],
] as const)(
  "who is told of the end of a suspension reads that orders also need a convenio in force, in %s",
  (_, { admin }, condition) => {
    const { emails, reactivateText } = admin.providers;
    expect(reactivateText).toContain(condition);
    expect(emails.reactivatedText("Drogas La 30 SAS", "Pagó", "La entidad")).toContain(condition);
  },
);
