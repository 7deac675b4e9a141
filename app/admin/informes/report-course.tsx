import { type Bar, Chart, UprightBars } from "@/components/ui/chart";
import { DataTable } from "@/components/ui/table";
import type { MonthReport } from "@/domain/month/read-report";
import { monthAndYear, monthName } from "@/lib/format/date";
import { formatMillions, formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";

/** What was used in each of the months that lead to this one, as a picture and as a table. */
export async function ReportCourse({ course }: Pick<MonthReport, "course">) {
  const [{ monthReport: t, admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const used = course.reduce((sum, { orders }) => sum + orders.used.amount, 0);
  const most = course.reduce((best, each) =>
    each.orders.used.amount > best.orders.used.amount ? each : best,
  );
  const bars: Bar[] = course.map(({ month, orders }) => ({
    key: month,
    label: monthName(month, language).slice(0, 3),
    value: orders.used.amount,
    shown: formatMillions(orders.used.amount),
  }));
  return (
    <div className="mb-4 max-w-3xl">
      <Chart
        title={t.course(formatPesos(used), used > 0 ? monthName(most.month, language) : null)}
        tableLabel={admin.today.charts.table}
        picture={<UprightBars bars={bars} named={() => true} />}
      >
        <DataTable
          caption={t.courseCaption}
          empty={null}
          columns={{
            month: t.month,
            issued: { label: t.figures.issued, numeric: true },
            used: { label: t.figures.used, numeric: true },
            expired: { label: t.figures.expired, numeric: true },
            voided: { label: t.figures.voided, numeric: true },
          }}
          rows={course.map((each) => ({
            month: monthAndYear(each.month, language),
            issued: formatPesos(each.orders.issued.amount),
            used: formatPesos(each.orders.used.amount),
            expired: formatPesos(each.orders.expired.amount),
            voided: formatPesos(each.orders.voided.amount),
          }))}
        />
      </Chart>
    </div>
  );
}
