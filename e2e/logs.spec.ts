import { expect, test } from "./fixtures/app";
import { dropFile, flaggedCount, goTo, showRanking, start, tableName } from "./fixtures/steps";

const two = (value: number) => String(value).padStart(2, "0");

test("an access log is a table with times, numbers and what its lines say", async ({ page }) => {
  const hits = Array.from({ length: 200 }, (_, i) => {
    const clock = `10/Oct/2023:13:${two(Math.floor(i / 4))}:${two((i * 13) % 60)} +0200`;
    return `192.0.2.${i % 9} - - [${clock}] "GET /page/${i % 5} HTTP/1.1" ${i % 20 ? 200 : 404} ${i === 77 ? 90_000_000 : 4000 + ((i * 37) % 900)} "-" "curl/8"`;
  });
  await start(page);
  await dropFile(page, "access.log", [...hits, "logrotate was here"].join("\n"));
  await expect(tableName(page)).toHaveText("access.log");
  await showRanking(page, "Consensus");
  expect(await flaggedCount(page)).toBeGreaterThan(0);
  await goTo(page, "Data");
  const report = page.getByRole("region", { name: "What happened while reading" });
  await expect(report.getByText(/^200 rows and 13 columns/)).toBeVisible();
  await expect(report.getByText("line 201, “logrotate was here”")).toBeVisible();
  await expect(page.getByText("Its lines are those of the access log of a web server.")).toBeVisible();
});
