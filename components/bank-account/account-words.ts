import type { WantedAccount } from "@/domain/bank-account/read";
import type { Messages } from "@/messages/es-CO";
import { accountKinds, bankName, banks } from "@/model/bank";

/** What the fields of an account say; a known one may stay by leaving them empty. */
export function accountWords(t: Messages["bankAccount"], account: WantedAccount) {
  const { needed, known } = account ?? { needed: true, known: null };
  const { heading, text, bank, bankEmpty, kind, kindEmpty, number, numberHint } = t;
  const more = known
    ? t.known(t.short(bankName(known.bank), t.kinds[known.kind], known.lastFour))
    : needed
      ? ""
      : t.optional;
  return {
    ...{ heading, bank, bankEmpty, kind, kindEmpty, number, numberHint },
    text: [text, more].filter(Boolean).join(" "),
    banks: Object.entries(banks).map(([value, label]) => ({ value, label })),
    kinds: accountKinds.map((value) => ({ value, label: t.kinds[value] })),
  };
}
