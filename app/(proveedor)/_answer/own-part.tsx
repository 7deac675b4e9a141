import { Note } from "@/components/ui/note";
import type { LookupAnswer } from "@/domain/lookup/read-lookup";
import { dayAndTime } from "@/lib/format/date";
import type { AnswerProps } from "./answer-props";

/**
 * Says of an order that may still be used that this company used a part of it. Whoever lost the answer to a use opens
 * the order again, and would register the same part twice.
 */
export function OwnPart({
  answer: { outcome, readAt, counter },
  messages: { compare },
  language,
  receipt,
}: Pick<AnswerProps, "messages" | "language"> & {
  answer: Pick<LookupAnswer, "outcome" | "readAt"> & { counter: Pick<LookupAnswer["counter"], "ownUse"> };
  receipt: AnswerProps["ways"]["receipt"];
}) {
  const { ownUse } = counter;
  if (outcome !== "current" || ownUse === null) return null;
  return (
    <Note>
      <p>
        {compare.ownPart(dayAndTime(ownUse.at, readAt, language), ownUse.counter)}{" "}
        <a className="inline-flex min-h-11 items-center font-bold" href={receipt(ownUse.id)}>
          {compare.seeReceipt}
        </a>
      </p>
    </Note>
  );
}
