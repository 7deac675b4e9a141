import { answerRightsRequest } from "@/domain/rights/answer";
import { noteRightsIdentity, requireRightsRequest } from "@/domain/rights/desk";
import { countLeftOut, readHeldData } from "@/domain/rights/held-data";
import type { AnswerRightsInput } from "@/domain/rights/schema";
import { withdrawAuthorisation } from "@/domain/rights/withdraw";
import { writeHeldData } from "@/domain/rights/write-file";
import { esCO } from "@/messages/es-CO";
import { browser } from "@/tests/support/factories/account";
import { fileProvenRights, rightsRow, stepEmail } from "@/tests/support/factories/rights";
import { grantOf } from "@/tests/support/officials";

const words: Parameters<typeof answerRightsRequest>[2] = {
  compose: stepEmail,
  write: (held, request) =>
    writeHeldData(held, request, { words: esCO, language: "es-CO", portal: "Portal" }),
};

/** An official who answers requests about data, with what they do on the version that the page shows. */
export async function rightsDesk() {
  const grant = await grantOf("officer", "rights.handle");
  const client = browser();
  const versionOf = async (number: string) => (await rightsRow(number)).version;
  const see = async (number: string) =>
    noteRightsIdentity(
      grant,
      { number, version: await versionOf(number), text: "Cédula vista en la oficina" },
      client,
    );
  return {
    grant,
    client,
    see,
    /** Files a request with a proven mailbox, whose identity the official saw. */
    fileSeen: async (changes: Parameters<typeof fileProvenRights>[0] = {}) => {
      const filed = await fileProvenRights(changes);
      await see(filed.number);
      return filed;
    },
    held: async (number: string) =>
      readHeldData(grant, await requireRightsRequest(grant, number, client), client),
    leftOut: async (number: string) => countLeftOut(grant, await requireRightsRequest(grant, number, client)),
    answer: async (number: string, also: Partial<AnswerRightsInput> = {}) =>
      answerRightsRequest(
        grant,
        { number, version: await versionOf(number), result: "partly", text: "Se hizo", ...also },
        words,
        client,
      ),
    withdraw: async (number: string) =>
      withdrawAuthorisation(grant, { number, version: await versionOf(number) }, client),
  };
}
