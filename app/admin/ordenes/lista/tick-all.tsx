"use client";

/**
 * A box in the head of a table that ticks each row's box, or none. Without scripts a link does the same. The label is
 * read out also where the box is not there, since a column without a head has no name.
 */
export function TickAll({ name, label }: { name: string; label: string }) {
  return (
    <label>
      <span className="sr-only">{label}</span>
      <input
        className="size-6 max-sm:hidden noscript:hidden"
        type="checkbox"
        onChange={({ currentTarget: { form, checked } }) => {
          for (const box of form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? [])
            box.checked = checked;
        }}
      />
    </label>
  );
}
