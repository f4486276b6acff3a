import { primaryOf, setUpArea } from "../harness/area.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";

/** The service with the area of one partnership, for the tests of one file. */
export async function groundWithArea(schools?: number) {
  const service = await serviceForTests();
  const area = await setUpArea(service, schools);
  return { service, area, school: (index: number) => primaryOf(area, index) };
}
