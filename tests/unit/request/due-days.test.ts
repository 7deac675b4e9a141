import { expect, test } from "vitest";
import { answerDay, dueDays, isCorrectable, mayFileAgain, newestRequest } from "@/domain/request/rules";
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

test("only a request that was sent back can be corrected", () => {
  const states = ["submitted", "returned", "approved", "rejected"] as const;
  expect(states.filter(isCorrectable)).toEqual(["returned"]);
});

test("what is due tomorrow is due today at the latest after a weekend", () => {
  expect(answerDay(new Date("2026-11-27T17:00:00Z"))).toBe("2026-12-02");
  expect(dueDays("2026-12-02")).toEqual({ overdueBefore: "2026-11-27", dueBefore: "2026-11-30" });
});

test("the newest request of an application is found past those of others and past its renewals", () => {
  const requests = [
    { applicationCode: "OTRA", renews: false, number: 4 },
    { applicationCode: "CONVENIOS", renews: true, number: 3 },
    { applicationCode: "CONVENIOS", renews: false, number: 2 },
    { applicationCode: "CONVENIOS", renews: false, number: 1 },
  ];
  expect(newestRequest(requests, "CONVENIOS")?.number).toBe(2);
  expect(newestRequest(requests.slice(0, 2), "CONVENIOS")).toBeNull();
});

test("a new request may be filed where there is none, or the last one was rejected", () => {
  const last = ["submitted", "returned", "approved", "rejected", null] as const;
  expect(last.filter(mayFileAgain)).toEqual(["rejected", null]);
});
