import { orderRows } from "@/components/order/order-rows";
import { FactList, OrderSheet } from "@/components/order/order-sheet";
import { ReadAloud } from "@/components/order/read-aloud";
import { Box } from "@/components/ui/box";
import { Steps } from "@/components/ui/steps";
import { longDate } from "@/lib/format/date";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import { can } from "@/model/access";
import type { AnswerProps } from "./answer-props";

/** The order as it is printed. */
export function AnswerSheet({ answer, messages: { counter, compare }, language }: AnswerProps) {
  const { sheet } = answer;
  if (!sheet) throw new Error("a current order came without its sheet");
  return (
    <OrderSheet
      title={counter.sheetTitle}
      kind={answer.kindName}
      numberLabel={counter.sheetNumber}
      number={sheet.number}
      rows={orderRows(
        sheet,
        { ...counter, valueHidden: compare.valueHidden, balance: compare.balance },
        language,
      )}
    />
  );
}

/** Green: what matched, the order, and the note that nothing is registered yet. */
export function AuthenticBody(props: AnswerProps) {
  const { answer, actor, messages } = props;
  const { compare } = messages;
  const { compareMode, registersUse } = answer.counter;
  return (
    <>
      <p className="flex items-center gap-2 font-bold text-go-text">
        <svg
          className="size-[22px] flex-none"
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="4"
          aria-hidden="true"
        >
          <path d="M4 13l5 5L20 6" />
        </svg>
        {compareMode === "type" ? compare.matches.value : compare.matches.rows}
      </p>
      <AnswerSheet {...props} />
      {registersUse ? (
        <p>
          <b>{compare.notYet}</b>
        </p>
      ) : (
        <p>{compare.noUse}</p>
      )}
      {registersUse && !can(actor, "order.use") ? <p>{compare.viewerOnly}</p> : null}
    </>
  );
}

/** The order as it was compared with the paper. Nobody knows that any more of an old answer: then nothing. */
function ComparedSheet(props: AnswerProps) {
  return props.answer.counter.changes === null ? null : <AnswerSheet {...props} />;
}

/** The paper differs: shows both values side by side. */
export function MismatchBody(props: AnswerProps) {
  const { answer, caja, messages } = props;
  const { counter, compare } = messages;
  const { comparison, changes } = answer.counter;
  const { differing = [], paperValue = null } = comparison ?? {};
  const value = (changes && answer.sheet?.value) ?? null;
  const typed = paperValue !== null && value !== null && differing.includes("value");
  const rows = typed ? differing.filter((row) => row !== "value") : differing;
  return (
    <>
      <h2>{compare.mismatchTitle}</h2>
      {typed ? (
        <dl className="mb-4 grid grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-3">
          <div className="border-2 border-ink bg-sheet px-[0.9rem] py-[0.6rem]">
            <dt>{compare.paperSays}</dt>
            <dd className="text-3xl leading-[1.2] font-bold tabular-nums lining-nums">
              {formatPesos(paperValue)}
            </dd>
          </div>
          <div className="border-2 border-ink bg-sheet px-[0.9rem] py-[0.6rem]">
            <dt>{compare.cajaSays}</dt>
            <dd className="text-3xl leading-[1.2] font-bold tabular-nums lining-nums">
              {formatPesos(value)}
            </dd>
          </div>
        </dl>
      ) : null}
      {rows.length > 0 ? (
        <>
          <p>{compare.mismatchRows}</p>
          <Steps>
            {rows.map((row) => (
              <li key={row}>
                <b>{compare.rows[row]}</b>
              </li>
            ))}
          </Steps>
        </>
      ) : null}
      <p>{compare.mismatchText}</p>
      <p>
        <b>{counter.phoneAndHours(caja.phone, caja.hours)}</b>
      </p>
      <p>{counter.keepNothing}</p>
      <ComparedSheet {...props} />
    </>
  );
}

/** The order exists but was not compared. The signal stays blue, and only the caja can confirm its use. */
export function UnreadBody(props: AnswerProps) {
  const { answer, caja, messages, language } = props;
  const { compare } = messages;
  const sheet = answer.counter.changes && answer.sheet;
  const reason = answer.counter.comparison?.reason;
  return (
    <>
      <ComparedSheet {...props} />
      {sheet && sheet.value !== null ? (
        <p>
          <ReadAloud
            text={compare.aloud(
              [...sheet.number].join(" "),
              pesosInWords(sheet.value),
              longDate(sheet.validUntil, language),
            )}
          >
            {compare.readAloud}
          </ReadAloud>
        </p>
      ) : null}
      <p>
        <b>{compare.unreadText(caja.phone, caja.hours)}</b>
      </p>
      {reason ? (
        <p className="text-hint text-ink-soft">
          {compare.unreadReasonFact}: {compare.unreadableReasons[reason]}
        </p>
      ) : null}
    </>
  );
}

/**
 * The order was used by this same provider. A lost answer or a repeated tap ends here, so it is not shown as an
 * error.
 */
export function RegisteredBody({ answer, messages: { counter, compare } }: AnswerProps) {
  return (
    <>
      <p>
        <b>{compare.verdicts.registered.line}</b>
      </p>
      <Box>
        <FactList
          rows={[{ label: counter.orderFact, value: `${answer.kindName} ${answer.number}`, digits: true }]}
        />
      </Box>
    </>
  );
}
