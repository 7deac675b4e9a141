"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { readPesos } from "@/domain/lookup/comparison";
import { formatCount, formatPesos } from "@/lib/format/money";

type Sum = { count: number; amount: number };

/** What is chosen: everything that a scope says ("open.32.10462000"), else the ticked rows. */
function sumOf(form: HTMLFormElement): Sum {
  const scope = String(new FormData(form).get("scope") ?? "marked").split(".");
  if (scope.length === 3) return { count: Number(scope[1]), amount: Number(scope[2]) };
  const ticked = [...form.querySelectorAll<HTMLInputElement>("input[data-amount]:checked")];
  return {
    count: ticked.length,
    amount: ticked.reduce((sum, { dataset }) => sum + Number(dataset.amount), 0),
  };
}

/** Adds up what is ticked, and holds what an invoice says against it, while it is typed. */
export function useTickedSum(): {
  form: RefObject<HTMLFormElement | null>;
  sum: Sum;
  invoiceValue: number | null;
  addUp: () => void;
} {
  const form = useRef<HTMLFormElement>(null);
  const [sum, setSum] = useState<Sum>({ count: 0, amount: 0 });
  const [invoiceValue, setInvoiceValue] = useState<number | null>(null);
  const addUp = useCallback(() => {
    if (!form.current) return;
    setSum(sumOf(form.current));
    const typed = form.current.querySelector<HTMLInputElement>('input[name="value"]')?.value ?? "";
    setInvoiceValue(typed.trim() === "" ? null : readPesos(typed));
  }, []);
  // What was ticked before a refusal or a reload is ticked again by the browser, without an event. A form that came
  // back draws its rows once more, so this runs after each drawing; equal sums draw nothing.
  useEffect(() => {
    if (!form.current) return;
    const now = sumOf(form.current);
    setSum((known) => (known.count === now.count && known.amount === now.amount ? known : now));
  });
  return { form, sum, invoiceValue, addUp };
}

/** The checkbox of a row. The error summary links to the field's name, so the first one has it as id. */
export function TickBox({
  name,
  id,
  value,
  amount,
  label,
  isInvalid,
  isTicked,
}: {
  name: string;
  id: string;
  value: string;
  amount: number;
  label: string;
  isInvalid: boolean;
  isTicked: boolean;
}) {
  return (
    <input
      key={String(isTicked)}
      className="size-6"
      id={id}
      type="checkbox"
      name={name}
      value={value}
      data-amount={amount}
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      defaultChecked={isTicked}
    />
  );
}

/** Ticks every row of the page; once all are ticked, none. */
export function MarkAll({ label, onMarked }: { label: string; onMarked: () => void }) {
  return (
    <p className="noscript:hidden print:hidden">
      <button
        type="button"
        className={buttonClass("outline")}
        onClick={({ currentTarget }) => {
          const form = currentTarget.form;
          const boxes = [...(form?.querySelectorAll<HTMLInputElement>("input[data-amount]") ?? [])];
          const ticked = boxes.every((box) => box.checked);
          for (const box of boxes) box.checked = !ticked;
          onMarked();
        }}
      >
        {label}
      </button>
    </p>
  );
}

/** How many are chosen and what they add up to; with an invoice's value, the difference. */
export function TickedSum({
  sum: { count, amount },
  invoiceValue = null,
  ticked,
  difference = "",
  matches = "",
}: {
  sum: Sum;
  invoiceValue?: number | null;
  /** Contains `{cuantos}` and `{valor}`. */
  ticked: string;
  /** Contains `{valor}`. */
  difference?: string;
  matches?: string;
}) {
  const apart = invoiceValue === null ? null : Math.abs(invoiceValue - amount);
  return (
    <output className="mb-4 block border-y-2 border-ink py-2 text-lg font-bold tabular-nums lining-nums noscript:hidden">
      {ticked.replace("{cuantos}", formatCount(count)).replace("{valor}", formatPesos(amount))}
      {apart === null ? null : (
        <span className={apart === 0 ? "block text-go-text" : "block text-warn-text"}>
          {apart === 0 ? matches : difference.replace("{valor}", formatPesos(apart))}
        </span>
      )}
    </output>
  );
}
