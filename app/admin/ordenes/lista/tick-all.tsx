"use client";

/** A box in the head of a table that ticks each row's box, or none. Without scripts a link does the same. */
export function TickAll({ name, label }: { name: string; label: string }) {
  return (
    <input
      className="size-6 max-sm:hidden noscript:hidden"
      type="checkbox"
      aria-label={label}
      onChange={({ currentTarget: { form, checked } }) => {
        for (const box of form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? [])
          box.checked = checked;
      }}
    />
  );
}
