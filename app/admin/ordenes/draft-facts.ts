import { call } from "@/db/contract/call";
import "server-only";
import type { Database } from "@/db/client";
import { listAgreementProviders } from "@/db/queries/order-draft";
import { listKindRules } from "@/db/queries/order-kind";
import { currentLanguage } from "@/messages";
import { formatNit } from "@/model/identity/format";

const MOST_SUGGESTED = 300;

/** Data of the form besides the order: kinds in use, suggested businesses, today and the language. */
export async function draftFacts(db: Database) {
  const [kinds, providers, today, language] = await Promise.all([
    listKindRules(db),
    listAgreementProviders(db, MOST_SUGGESTED),
    call(db, "bogota_today", {}),
    currentLanguage(),
  ]);
  return {
    today,
    kinds: kinds
      .filter(({ active }) => active)
      .map(({ code, name, validityDays, validityUntil, toWorkingDay, largestValue, approvalFrom }) => ({
        code,
        name,
        validityDays,
        validityUntil,
        toWorkingDay,
        largestValue,
        approvalFrom,
      })),
    providers: providers.map(({ nit, checkDigit, legalName }) => ({
      nit: formatNit(nit, checkDigit),
      legalName,
    })),
    language,
  };
}

export type DraftFacts = Awaited<ReturnType<typeof draftFacts>>;
