import { expect, test } from "vitest";
import { answerDay, dueDays } from "@/domain/request/rules";
import { addDays } from "@/model/calendar";

test("what was sent before the days that dueDays names is overdue, or due today, by the promised working days", () => {
  // From Christmas to Easter, with every kind of holiday between.
  for (let today = "2026-12-01"; today < "2027-04-10"; today = addDays(today, 1)) {
    const { overdueBefore, dueBefore } = dueDays(today);
    for (let back = 0; back < 12; back++) {
      const sent = addDays(today, -back);
      const due = answerDay(new Date(`${sent}T17:00:00Z`));
      expect([sent < overdueBefore, sent < dueBefore], `${sent} on ${today}`).toEqual([
        due < today,
        due <= today,
      ]);
    }
  }
});
