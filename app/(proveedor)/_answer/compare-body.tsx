import { restRows } from "@/components/order/order-rows";
import { amountLook, FactList, sheetClass } from "@/components/order/order-sheet";
import { longDate } from "@/lib/format/date";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import { formatIdNumber } from "@/model/identity/format";
import type { AnswerProps } from "./answer-props";
import { CompareForm } from "./compare-form";

const strong = "block text-lg leading-[1.25] font-bold";
const figures = `${strong} tabular-nums lining-nums`;

/**
 * A found order that is not compared yet: a question for each datum. The value is shown, or typed by the
 * person.
 */
export function CompareBody({ id, answer, messages, language, ways }: AnswerProps) {
  const { compare, counter } = messages;
  const { sheet } = answer;
  if (!sheet) throw new Error("a current order came without its sheet");
  const { value, affiliateName, affiliateId, affiliateIdKind, issuedOn } = sheet;
  const typed = answer.counter.compareMode === "type";
  return (
    <CompareForm
      lookupId={id}
      action={typed ? ways.compareValue : ways.compareRows}
      typed={typed ? { lastTry: answer.counter.misses > 0 } : null}
      legends={{
        value: compare.rows.value,
        holder: affiliateName === null ? compare.rows.holderId : compare.rows.holder,
        paper: issuedOn === null ? compare.rows.paperNumber : compare.rows.paper,
      }}
      className={`${sheetClass} short:pt-2`}
      head={
        <header className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1 border-b-2 border-ink pb-2 short:pb-1">
          <div className="flex-[1_1_7rem]">
            <h2
              id="hoja-titulo"
              className="m-0 text-xs leading-[1.3] font-normal text-ink-soft short:sr-only"
            >
              {counter.sheetTitle}
            </h2>
            <p className="m-0 text-sm leading-[1.15] font-bold">{answer.kindName}</p>
          </div>
          <p className="m-0 ml-auto text-right text-xs leading-[1.3] text-ink-soft @max-[17.99rem]:ml-0 @max-[17.99rem]:text-left">
            {counter.sheetNumber}{" "}
            <b className="block text-2xl leading-[1.1] tracking-[0.03em] text-ink tabular-nums lining-nums">
              {sheet.number}
            </b>
          </p>
        </header>
      }
      evidence={{
        value:
          value === null ? null : (
            <>
              <span className={`block ${amountLook}`}>{formatPesos(value)}</span>
              <span className="block leading-[1.25] font-medium">{pesosInWords(value)}</span>
            </>
          ),
        holder: (
          <>
            {affiliateName === null ? null : <span className={strong}>{affiliateName}</span>}
            {affiliateId === null ? null : (
              <span className={figures}>{`${affiliateIdKind} ${formatIdNumber(affiliateId)}`}</span>
            )}
          </>
        ),
        paper: (
          <span className={`${figures} short:text-base`}>
            {issuedOn === null ? (
              sheet.number
            ) : (
              <>
                <span className="whitespace-nowrap">{sheet.number} ·</span>{" "}
                <span className="inline-block">{longDate(issuedOn, language)}</span>
              </>
            )}
          </span>
        ),
      }}
    >
      <FactList columns rows={restRows(sheet, { ...counter, balance: compare.balance }, language)} />
    </CompareForm>
  );
}
