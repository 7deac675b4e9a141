"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useAdminWords } from "@/app/admin/words-context";
import type { ImportSubject } from "@/db/contract/functions.generated";
import { formatCount } from "@/lib/format/money";

type Advance = { state: string; done: number; total: number };

const EVERY_MS = 1_500;

const bar = [
  "my-[0.35rem] block h-5 w-full appearance-none overflow-hidden rounded-full border-2 border-ink bg-sheet",
  "[&::-webkit-progress-bar]:bg-sheet [&::-webkit-progress-value]:bg-indigo [&::-moz-progress-bar]:bg-indigo",
].join(" ");

/**
 * Progress by polling; at the end the page reloads. Screen readers hear each quarter only. Without scripts the
 * page refreshes itself.
 */
export function Progress({
  subject,
  path,
  first,
  label,
}: {
  subject: ImportSubject;
  /** Of the run's page. */
  path: string;
  first: Advance;
  label: string;
}) {
  const { imports: words } = useAdminWords(subject);
  const router = useRouter();
  const [now, setNow] = useState(first);
  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await fetch(`${path}/avance`).catch(() => null);
      if (!answer?.ok) return;
      const next: Advance = await answer.json();
      setNow(next);
      if (next.state !== first.state) router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [path, first.state, router]);
  const quarter = now.total > 0 ? Math.floor((now.done / now.total) * 4) * 25 : 0;
  const text = (now.total > 0 ? words.progressOf : words.progressSome)
    .replace("{hechas}", formatCount(now.done))
    .replace("{todas}", formatCount(now.total));
  return (
    <div className="mb-4 max-w-[40rem]">
      <label htmlFor="avance" className="block font-bold">
        {label}
      </label>
      {now.total > 0 ? (
        <progress id="avance" className={bar} max={now.total} value={Math.min(now.done, now.total)} />
      ) : (
        <progress id="avance" className={bar} />
      )}
      <p className="text-hint text-ink-soft tabular-nums lining-nums">{text}</p>
      <p className="sr-only" role="status">
        {quarter > 0 ? words.progressText.replace("{cuanto}", String(quarter)) : ""}
      </p>
    </div>
  );
}
