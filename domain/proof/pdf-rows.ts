import { type DateLanguage, dateTime } from "@/lib/format/date";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import type { Messages } from "@/messages/es-CO";
import { formatNit } from "@/model/identity/format";
import type { AnswerContent, ProofContent, UseContent } from "@/model/proof";

type Words = Messages["proof"];
export type ProofRow = { label: string; value: string; detail?: string; large?: boolean; digits?: boolean };

const row = (label: string, value: string | null): ProofRow[] =>
  value ? [{ label, value, digits: true }] : [];

/** Rows of a proof, the same on screen, roll and sheet. */
export function proofRows(facts: ProofContent, words: Words, language: DateLanguage): ProofRow[] {
  const { labels } = words;
  const { order, provider } = facts;
  const [nit = "", digit = ""] = provider.nit.split("-");
  return [
    { label: labels.number, value: facts.number, large: true },
    ...("askedAt" in facts ? answerRows(facts, words, language) : entryRows(facts, words, language)),
    ...row(labels.provider, `${provider.name}, NIT ${formatNit(nit, Number(digit))}`),
    ...row(labels.place, [facts.branch, facts.counter].filter(Boolean).join(", ")),
    ...row("askedAt" in facts ? labels.lookedUpBy : labels.used, facts.person),
    ...row(labels.order, `${order.kindName} ${order.number ?? words.noNumber}`),
    ...row(labels.givenAt, dateTime(facts.givenAt, language)),
  ];
}

function answerRows(facts: AnswerContent, words: Words, language: DateLanguage): ProofRow[] {
  const { labels, outcomes } = words;
  const { comparison, balance, order } = facts;
  return [
    ...row(labels.askedAt, dateTime(facts.askedAt, language)),
    ...row(labels.answer, outcomes[facts.outcome]),
    ...row(labels.answerNow, facts.outcomeNow === facts.outcome ? null : outcomes[facts.outcomeNow]),
    ...amount(labels.value, order.value),
    ...row(labels.balance, balance === null || balance === order.value ? null : formatPesos(balance)),
    ...(comparison
      ? [
          ...row(labels.comparison, comparisonWords(comparison, words)),
          ...row(labels.comparedAt, dateTime(comparison.at, language)),
        ]
      : []),
    ...row(labels.channel, words.channels[facts.channel]),
  ];
}

function entryRows(facts: UseContent, { labels }: Words, language: DateLanguage): ProofRow[] {
  const back = facts.kind === "undo";
  return [
    ...row(back ? labels.undoneAt : labels.usedAt, dateTime(facts.at, language)),
    ...amount(back ? labels.amountBack : labels.amount, facts.amount),
    ...row(labels.undoes, facts.undoes?.number ?? null),
    ...row(labels.value, facts.order.value === facts.amount ? null : formatPesos(facts.order.value ?? 0)),
    ...row(labels.balanceAfter, facts.balance === 0 ? null : formatPesos(facts.balance)),
    ...row(labels.invoice, facts.invoice),
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
  const outcome = words.results[result];
  return differing.length
    ? words.differs(outcome, differing.map((name) => words.rows[name]).join(", "))
    : outcome;
}
