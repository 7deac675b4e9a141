import { FactList } from "@/components/order/order-sheet";
import { Box } from "@/components/ui/box";
import type { LookupAnswer, OrderSheet } from "@/domain/lookup/read-lookup";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import type { Messages } from "@/messages/es-CO";

/** Check-answers list: what will be registered, and where. */
export function UseFacts({
  answer: { kindName, counter },
  sheet,
  value,
  balance,
  place,
  use,
}: {
  answer: LookupAnswer;
  sheet: OrderSheet;
  value: number;
  balance: number;
  /** The counter, its branch and its company. */
  place: string;
  use: Messages["use"];
}) {
  return (
    <Box>
      <FactList
        rows={[
          { label: use.value, value: formatPesos(value), detail: pesosInWords(value), large: true },
          ...(counter.partialUse ? [{ label: use.leftNow, value: formatPesos(balance), digits: true }] : []),
        ]}
      />
      <div className="mt-[0.6rem]">
        <FactList
          columns
          rows={[
            ...(sheet.affiliateName ? [{ label: use.affiliate, value: sheet.affiliateName }] : []),
            { label: use.orderFact, value: `${kindName} ${sheet.number}` },
            { label: use.counterFact, value: place },
          ]}
        />
      </div>
    </Box>
  );
}
