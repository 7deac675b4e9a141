import { type DateLanguage, dateTime } from "@/lib/format/date";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import type { Messages } from "@/messages/es-CO";
import { formatNit } from "@/model/identity/format";
import type { AnswerContent, ProofContent, UseContent } from "@/model/proof";

type Words = Messages["proof"];
export type ProofRow = { label: string; value: string; detail?: string; large?: boolean; digits?: boolean };

const row = (label: string, value: string | null): ProofRow[] =>
  value ? [{ label, value, digits: true }] : [];

/** What a proof says, label by label: on the screen, on a roll and on a sheet the same. */
export function proofRows(said: ProofContent, words: Words, language: DateLanguage): ProofRow[] {
  const { labels } = words;
  const { order, provider } = said;
  const [nit = "", digit = ""] = provider.nit.split("-");
  return [
    { label: labels.number, value: said.number, large: true },
    ...("askedAt" in said ? answerRows(said, words, language) : entryRows(said, words, language)),
    ...row(labels.provider, `${provider.name}, NIT ${formatNit(nit, Number(digit))}`),
    ...row(labels.place, [said.branch, said.counter].filter(Boolean).join(", ")),
    ...row("askedAt" in said ? labels.asked : labels.used, said.person),
    ...row(labels.order, `${order.kindName} ${order.number ?? words.noNumber}`),
    ...row(labels.givenAt, dateTime(said.givenAt, language)),
  ];
}

function answerRows(said: AnswerContent, words: Words, language: DateLanguage): ProofRow[] {
  const { labels, outcomes } = words;
  const { comparison, balance, order } = said;
  return [
    ...row(labels.askedAt, dateTime(said.askedAt, language)),
    ...row(labels.answer, outcomes[said.outcome]),
    ...row(labels.answerNow, said.outcomeNow === said.outcome ? null : outcomes[said.outcomeNow]),
    ...amount(labels.value, order.value),
    ...row(labels.balance, balance === null || balance === order.value ? null : formatPesos(balance)),
    ...(comparison
      ? [
          ...row(labels.comparison, comparisonWords(comparison, words)),
          ...row(labels.comparedAt, dateTime(comparison.at, language)),
        ]
      : []),
    ...row(labels.channel, words.channels[said.channel]),
  ];
}

function entryRows(said: UseContent, { labels }: Words, language: DateLanguage): ProofRow[] {
  const back = said.kind === "undo";
  return [
    ...row(back ? labels.undoneAt : labels.usedAt, dateTime(said.at, language)),
    ...amount(back ? labels.amountBack : labels.amount, said.amount),
    ...row(labels.undoes, said.undoes?.number ?? null),
    ...row(labels.value, said.order.value === said.amount ? null : formatPesos(said.order.value ?? 0)),
    ...row(labels.balanceAfter, said.balance === 0 ? null : formatPesos(said.balance)),
    ...row(labels.invoice, said.invoice),
  ];
}

function amount(label: string, pesos: number | null): ProofRow[] {
  return pesos === null
    ? []
    : [{ label, value: formatPesos(pesos), detail: pesosInWords(pesos), digits: true }];
}

/** "Igual a la orden", "Distinto de la orden: el valor". */
export function comparisonWords(
  { result, differing }: NonNullable<AnswerContent["comparison"]>,
  words: Words,
): string {
  const said = words.results[result];
  return differing.length ? words.differs(said, differing.map((name) => words.rows[name]).join(", ")) : said;
}
