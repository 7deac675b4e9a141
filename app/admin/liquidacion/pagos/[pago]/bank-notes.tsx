import { Note } from "@/components/ui/note";
import { formatPesos } from "@/lib/format/money";
import { currentMessages } from "@/messages";

/** What of a payment the bank's file does not pay any more, and what it soon may not. */
export async function BankNotes({
  bank: { left, reversed, waits },
}: {
  bank: { left: number; reversed: number; waits: number };
}) {
  const { payment: words } = await currentMessages();
  return (
    <>
      {waits > 0 ? (
        <Note>
          <p>{words.bankWaits(formatPesos(waits))}</p>
        </Note>
      ) : null}
      {reversed > 0 ? (
        <Note>
          <p>{left > 0 ? words.bankLeft(formatPesos(reversed), formatPesos(left)) : words.bankNothingLeft}</p>
        </Note>
      ) : null}
    </>
  );
}
