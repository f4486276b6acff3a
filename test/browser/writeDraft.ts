import type { Page } from "playwright-core";
import { addDays } from "../../shared/domain/calendar/calendar.ts";

interface Written {
  readonly today: string;
  readonly description: string;
  /** In how many days it may begin. */
  readonly inDays: number;
}

/** Writes all that a request needs into the form that asks for support, but for the school. */
export async function writeDraft(page: Page, { today, description, inDays }: Written): Promise<void> {
  await page.getByLabel("What do you want help with?").selectOption("CT-03");
  await page.getByLabel("For which phase?").selectOption("primary");
  const fields = {
    "In your own words": description,
    "What should change?": "More children pass the phonics check",
    "How would you know?": "Share of Year 1 passing",
    "How is it today?": "61 % last June",
    "Days of support": "2",
    "First day": addDays(today, inDays),
    "Last day": addDays(today, 120),
  };
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).first().fill(value);
}
