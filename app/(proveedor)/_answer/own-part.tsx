import { Note } from "@/components/ui/note";
import type { LookupAnswer } from "@/domain/lookup/read-lookup";
import { dayAndTime } from "@/lib/format/date";
import type { AnswerProps } from "./answer-props";

/**
 * Says that this company used a part of the order, whatever became of the order since. Whoever lost the answer to a use
 * opens the order again, and would register the same part twice or take it for lost. Where the whole use is its own,
 * the heading says so.
 */
export function OwnPart({
  answer: { readAt, counter },
  verdict,
  messages: { compare },
  language,
  receipt,
}: Pick<AnswerProps, "verdict" | "messages" | "language"> & {
  answer: Pick<LookupAnswer, "readAt"> & { counter: Pick<LookupAnswer["counter"], "ownPart"> };
  receipt: AnswerProps["ways"]["receipt"];
}) {
  const { ownPart } = counter;
  if (verdict === "registered" || ownPart === null) return null;
  return (
    <Note>
      <p>
        {compare.ownPart(dayAndTime(ownPart.at, readAt, language), ownPart.counter)}{" "}
        <a className="inline-flex min-h-11 items-center font-bold" href={receipt(ownPart.id)}>
          {compare.seeReceipt}
        </a>
      </p>
    </Note>
  );
}
