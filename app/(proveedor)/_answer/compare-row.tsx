"use client";

import type { ReactNode } from "react";
import { DifferentIcon, EqualIcon } from "@/components/ui/icons";
import { useCounterWords } from "./words-context";

// Mark of an answered row at the sheet's edge: plain for equal, hatched for different.
const row = [
  "relative min-w-0 py-2 not-first-of-type:border-t not-first-of-type:border-rule last-of-type:pb-2",
  "before:absolute before:inset-y-0 before:-left-4 before:w-1.5 before:content-['']",
  "has-[[value=equal]:checked]:before:bg-go-text",
  "has-[[value=different]:checked]:before:bg-[repeating-linear-gradient(135deg,var(--color-stop-text)_0_5px,#0000_5px_9px)]",
  "short:pt-0.5 short:pb-1",
].join(" ");

const pair = [
  "grid flex-[1_1_12rem] grid-cols-2 rounded-button border-2 border-line bg-sheet",
  "@max-[17.99rem]:basis-full @max-[17.99rem]:grid-cols-1",
].join(" ");

const answer = [
  "relative flex min-h-[46px] cursor-pointer items-center justify-center gap-2 rounded-field px-2 py-1 font-bold short:min-h-11",
  "not-first:rounded-l-none not-first:border-l-2 not-first:border-line @max-[17.99rem]:justify-start @max-[17.99rem]:not-first:border-t-2 @max-[17.99rem]:not-first:border-l-0",
  "has-checked:z-1 has-checked:-m-0.5 has-checked:rounded-button! has-checked:border-0! has-checked:inset-ring-2",
  "has-focus-visible:z-2 has-focus-visible:shadow-[0_0_0_6px_var(--color-warn)] has-focus-visible:outline-3 has-focus-visible:outline-ink",
  "forced-colors:has-checked:outline-4 forced-colors:has-checked:-outline-offset-4 forced-colors:has-checked:outline-[Highlight]",
  "[&_svg]:size-5 [&_svg]:flex-none [&_svg]:stroke-[2.6]",
].join(" ");

const equalLook = "has-checked:bg-go-soft has-checked:text-go-text has-checked:inset-ring-go-text";
const differentLook = "has-checked:bg-stop-soft has-checked:text-stop-text has-checked:inset-ring-stop-text";
const input = "absolute inset-0 m-0 size-full cursor-pointer opacity-0";

/**
 * A datum of the order and its question, side by side where both fit. Neither answer is preselected or
 * emphasised.
 */
export function CompareRow({
  name,
  id,
  error,
  defaultValue,
  legend,
  children,
}: {
  name: string;
  id: string;
  error?: string;
  defaultValue?: string;
  legend: string;
  children: ReactNode;
}) {
  const { compare } = useCounterWords();
  // The error summary links to the row's id, so the first answer has it.
  const answers = [
    { value: "equal", answerId: id, label: compare.equal, icon: <EqualIcon />, look: equalLook },
    {
      value: "different",
      answerId: `${id}-different`,
      label: compare.different,
      icon: <DifferentIcon />,
      look: differentLook,
    },
  ];
  return (
    <fieldset
      // React restores the initial choice when it resets the form; a new key makes it show the submitted one.
      key={defaultValue}
      className={row}
      data-row={name}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="float-left w-full text-xs leading-[1.3] text-ink-soft">{legend}</legend>
      {error ? (
        <p
          id={`${id}-error`}
          className="clear-both mb-1 border-l-4 border-stop-text pl-3 font-bold text-stop-text"
        >
          {error}
        </p>
      ) : null}
      <div className="clear-both flex flex-wrap items-center gap-x-5 gap-y-2 short:gap-y-1">
        <div className="min-w-0 flex-[1_1_13rem]">{children}</div>
        <div className={pair}>
          {answers.map(({ value, answerId, label, icon, look }) => (
            <label key={value} className={`${answer} ${look}`} htmlFor={answerId}>
              <input
                id={answerId}
                name={name}
                type="radio"
                className={input}
                value={value}
                defaultChecked={value === defaultValue}
              />
              {icon}
              {label}
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  );
}
