import "server-only";
import { formWords } from "@/app/_server/form-words";
import { currentMessages } from "@/messages";

/** Words of the counter's forms: look-up, comparison, use, undo, and practice. */
export async function counterWords() {
  const { compare, counter, offline, practice, scan, use } = await currentMessages();
  return {
    ...(await formWords({
      ...counter.errors,
      ...compare.errors,
      ...scan.digits.errors,
      ...use.errors,
      ...practice.errors,
    })),
    offline: {
      useCode: offline.useCode,
      readCode: offline.readCode,
    },
    lookUp: {
      idLabel: counter.idLabel,
      idHint: counter.idHint,
      kindLabel: counter.kindLabel,
      numberLabel: counter.numberLabel,
      numberHint: counter.numberHint,
      checkTitle: counter.checkTitle,
      checkLabel: counter.checkLabel,
      checkHint: counter.checkHint,
      submit: counter.submit,
      submitting: counter.submitting,
    },
    reader: scan.reader,
    digits: {
      label: scan.digits.label,
      hint: scan.digits.hint,
      submit: scan.digits.submit,
      submitting: scan.digits.submitting,
    },
    compare: {
      short: compare.short,
      equal: compare.equal,
      different: compare.different,
      valueLabel: compare.valueLabel,
      valueHint: compare.valueHint,
      oneTry: compare.oneTry,
      allEqual: compare.allEqual,
      somethingDiffers: compare.somethingDiffers,
      submit: compare.submit,
      submitting: compare.submitting,
    },
    unreadable: {
      title: compare.unreadableTitle,
      reasons: compare.unreadableReasons,
      submit: compare.showOrder,
      submitting: compare.showing,
    },
    use: {
      amount: use.amount,
      amountHint: use.amountHint,
      invoice: use.invoice,
      submit: use.submit,
      submitting: use.submitting,
      back: use.back,
      slow: use.slow,
      unknown: use.unknown,
      unknownText: use.unknownText,
      seeWhat: use.seeWhat,
    },
    undo: { reason: use.undoReason, reasonHint: use.undoReasonHint },
    practice: { submit: practice.submit, submitting: practice.submitting },
  };
}

export type CounterWords = Awaited<ReturnType<typeof counterWords>>;
