import { TextField } from "@/components/form/field";
import { buttonClass } from "@/components/ui/button";

/** A GET: the address holds the days. */
export function PeriodForm({
  path,
  period,
  words,
}: {
  path: string;
  period: { from: string; to: string };
  words: Readonly<Record<"from" | "to" | "show", string>>;
}) {
  return (
    <search>
      <form className="grid items-end gap-x-4 sm:grid-cols-3" action={path}>
        <TextField
          name="desde"
          type="date"
          label={words.from}
          defaultValue={period.from}
          autoComplete="off"
        />
        <TextField name="hasta" type="date" label={words.to} defaultValue={period.to} autoComplete="off" />
        <button type="submit" className={`${buttonClass("outline")} mb-4`}>
          {words.show}
        </button>
      </form>
    </search>
  );
}
